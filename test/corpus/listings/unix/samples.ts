import type { ListingSamples } from '../sample.ts';

/** Only those that differ from line to line are spelled out in each. */
const file = { type: 'file', permissions: 'rw-r--r--' } as const;
const directory = { type: 'directory', permissions: 'rwxr-xr-x' } as const;

export const unixSamples: ListingSamples = {
  kind: 'list',
  source: 'POSIX.1 ls -l; GNU coreutils, BSD, vsftpd, ProFTPD, Pure-FTPd, inetutils-ftpd, pyftpdlib',
  now: '2026-11-21T12:00:00Z',
  good: [
    // vsftpd 3.0.3
    [
      '-rw-r--r--    1 0        0              12 Nov 20 10:00 file.txt',
      { ...file, name: 'file.txt', size: 12, modified: '2026-11-20T10:00', owner: '0', group: '0' },
    ],
    [
      'drwxr-xr-x    2 1000     1000         4096 Mar 05  2025 folder',
      { ...directory, name: 'folder', size: 4096, modified: '2025-03-05', owner: '1000', group: '1000' },
    ],
    [
      'lrwxrwxrwx    1 0        0              11 Nov 20 10:00 link -> ../some/dir',
      {
        name: 'link',
        type: 'link',
        size: 11,
        modified: '2026-11-20T10:00',
        permissions: 'rwxrwxrwx',
        owner: '0',
        group: '0',
        target: '../some/dir',
      },
    ],
    // ProFTPD 1.3.8
    [
      '-rw-r--r--   1 anna     staff    5368709120 Jan  9 23:59 five GiB.iso',
      { ...file, name: 'five GiB.iso', size: 5368709120, modified: '2026-01-09T23:59', owner: 'anna', group: 'staff' },
    ],
    // Pure-FTPd 1.0.50
    [
      '-rw-r--r--    1 1000       1000                0 Dec 31 23:59 empty',
      { ...file, name: 'empty', size: 0, modified: '2025-12-31T23:59', owner: '1000', group: '1000' },
    ],
    // an access control list, extended attributes, a security context
    [
      'drwxr-xr-x+ 2 anna staff 4096 Nov 20 10:00 with acl',
      { ...directory, name: 'with acl', size: 4096, modified: '2026-11-20T10:00', owner: 'anna', group: 'staff' },
    ],
    [
      '-rw-r--r--@ 1 anna  staff  531 Nov 20 10:00 with attributes',
      { ...file, name: 'with attributes', size: 531, modified: '2026-11-20T10:00', owner: 'anna', group: 'staff' },
    ],
    [
      '-rw-r--r--. 1 root root 531 Nov 20 10:00 with context',
      { ...file, name: 'with context', size: 531, modified: '2026-11-20T10:00', owner: 'root', group: 'root' },
    ],
    // set-user-ID, set-group-ID, sticky
    [
      'drwsrwSrwt 2 root root 4096 Nov 20 10:00 special',
      {
        name: 'special',
        type: 'directory',
        size: 4096,
        modified: '2026-11-20T10:00',
        permissions: 'rwsrwSrwt',
        owner: 'root',
        group: 'root',
      },
    ],
    // no group (ls -lG, ls -o), neither owner nor group (ls -lgo), no number of links, none of them
    [
      '-rw-r--r--   1 anna            531 Nov 20 10:00 no group',
      { ...file, name: 'no group', size: 531, modified: '2026-11-20T10:00', owner: 'anna' },
    ],
    ['-rw-r--r-- 1 531 Nov 20 10:00 neither', { ...file, name: 'neither', size: 531, modified: '2026-11-20T10:00' }],
    [
      '-rw-r--r-- anna staff 531 Nov 20 10:00 no links',
      { ...file, name: 'no links', size: 531, modified: '2026-11-20T10:00', owner: 'anna', group: 'staff' },
    ],
    ['-rw-r--r-- 531 Nov 20 10:00 bare', { ...file, name: 'bare', size: 531, modified: '2026-11-20T10:00' }],
    // spaces in owner or group: told by the columns, or the owner is the first word
    [
      '-rw-r--r--   1 Anna Maria  staff      531 Nov 20 10:00 two words',
      { ...file, name: 'two words', size: 531, modified: '2026-11-20T10:00', owner: 'Anna Maria', group: 'staff' },
    ],
    [
      '-rw-r--r-- 1 anna Domain Users 531 Nov 20 10:00 domain',
      { ...file, name: 'domain', size: 531, modified: '2026-11-20T10:00', owner: 'anna', group: 'Domain Users' },
    ],
    [
      '-rw-r--r-- 1 CORP\\anna 1049089 531 Nov 20 10:00 cygwin',
      { ...file, name: 'cygwin', size: 531, modified: '2026-11-20T10:00', owner: 'CORP\\anna', group: '1049089' },
    ],
    // an owner who is called like a month
    [
      '-rw-r--r-- 1 jan may 531 Nov 20 10:00 jan and may',
      { ...file, name: 'jan and may', size: 531, modified: '2026-11-20T10:00', owner: 'jan', group: 'may' },
    ],
    // devices and the other kinds
    [
      'crw-rw-rw-   1 root     root       1,   3 Nov 20 10:00 null',
      {
        name: 'null',
        type: 'other',
        modified: '2026-11-20T10:00',
        permissions: 'rw-rw-rw-',
        owner: 'root',
        group: 'root',
      },
    ],
    [
      'brw-rw---- 1 root disk 8,0 Nov 20 10:00 sda',
      {
        name: 'sda',
        type: 'other',
        modified: '2026-11-20T10:00',
        permissions: 'rw-rw----',
        owner: 'root',
        group: 'disk',
      },
    ],
    [
      'prw-r--r-- 1 root root 0 Nov 20 10:00 pipe',
      {
        name: 'pipe',
        type: 'other',
        size: 0,
        modified: '2026-11-20T10:00',
        permissions: 'rw-r--r--',
        owner: 'root',
        group: 'root',
      },
    ],
    [
      'srwxr-xr-x 1 root root 0 Nov 20 10:00 socket',
      {
        name: 'socket',
        type: 'other',
        size: 0,
        modified: '2026-11-20T10:00',
        permissions: 'rwxr-xr-x',
        owner: 'root',
        group: 'root',
      },
    ],
    // dates
    [
      '-rw-r--r-- 1 a b 1 Nov 22 11:59 ahead by a zone',
      { ...file, name: 'ahead by a zone', size: 1, modified: '2026-11-22T11:59', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 22 12:01 a year ago',
      { ...file, name: 'a year ago', size: 1, modified: '2025-11-22T12:01', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Feb 29 08:00 leap day',
      { ...file, name: 'leap day', size: 1, modified: '2024-02-29T08:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 NOV 20 9:05 loud month',
      { ...file, name: 'loud month', size: 1, modified: '2026-11-20T09:05', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 20 10:00PM twelve hours',
      { ...file, name: 'twelve hours', size: 1, modified: '2026-11-20T22:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 20 12:30am midnight',
      { ...file, name: 'midnight', size: 1, modified: '2026-11-20T00:30', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 20 Nov 10:00 day first',
      { ...file, name: 'day first', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1  5 Mar  2025 day first, last year',
      { ...file, name: 'day first, last year', size: 1, modified: '2025-03-05', owner: 'a', group: 'b' },
    ],
    // ls -lT of BSD and macOS
    [
      '-rw-r--r--  1 a  b  1 Nov 20 10:00:59 2025 to the second',
      { ...file, name: 'to the second', size: 1, modified: '2025-11-20T10:00:59', owner: 'a', group: 'b' },
    ],
    // GNU ls --time-style=long-iso, iso and full-iso
    [
      '-rw-r--r-- 1 a b 1 2026-11-20 10:00 long-iso',
      { ...file, name: 'long-iso', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 11-20 10:00 iso',
      { ...file, name: 'iso', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 2025-11-20 day only',
      { ...file, name: 'day only', size: 1, modified: '2025-11-20', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 2026-11-20 10:00:59.123456789 +0130 full-iso',
      { ...file, name: 'full-iso', size: 1, modified: '2026-11-20T08:30:59.123Z', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 2026-11-20 10:00:59 -0500 zone without fraction',
      {
        ...file,
        name: 'zone without fraction',
        size: 1,
        modified: '2026-11-20T15:00:59Z',
        owner: 'a',
        group: 'b',
      },
    ],
    // dates in other languages
    [
      '-rw-r--r-- 1 a b 1 20. Nov. 10:00 german',
      { ...file, name: 'german', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 26. Juli, 20:10 german with a comma',
      { ...file, name: 'german with a comma', size: 1, modified: '2026-07-26T20:10', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 2.   Okt.  2025 german last year',
      { ...file, name: 'german last year', size: 1, modified: '2025-10-02', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Mär  5 09:05 german March',
      { ...file, name: 'german March', size: 1, modified: '2026-03-05T09:05', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 M\uDCE4r  5 09:05 german March in Latin-1',
      { ...file, name: 'german March in Latin-1', size: 1, modified: '2026-03-05T09:05', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 20 août 10:00 french',
      { ...file, name: 'french', size: 1, modified: '2026-08-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 janv. 20  2025 french last year',
      { ...file, name: 'french last year', size: 1, modified: '2025-01-20', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 ene 20 10:00 spanish',
      { ...file, name: 'spanish', size: 1, modified: '2026-01-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 20 ott 10:00 italian',
      { ...file, name: 'italian', size: 1, modified: '2026-10-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 20 paź 10:00 polish',
      { ...file, name: 'polish', size: 1, modified: '2026-10-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 ноя 20 10:00 russian',
      { ...file, name: 'russian', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 20 Şub 10:00 turkish',
      { ...file, name: 'turkish', size: 1, modified: '2026-02-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Oct 08, 2025 09:47 a time behind the year',
      { ...file, name: 'a time behind the year', size: 1, modified: '2025-10-08T09:47', owner: 'a', group: 'b' },
    ],
    // and in Chinese, Japanese and Korean: 4\u6708 18\u65E5 2003\u5E74, with or without the characters, in UTF-8, Shift JIS and GBK
    [
      '-rw-r--r-- 1 a b 1 8月 17 08:52 month',
      { ...file, name: 'month', size: 1, modified: '2026-08-17T08:52', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 11月 20日 10:00 month and day',
      { ...file, name: 'month and day', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 11月20日 2025年 year behind',
      { ...file, name: 'year behind', size: 1, modified: '2025-11-20', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 4月 18 2003 bare year behind',
      { ...file, name: 'bare year behind', size: 1, modified: '2003-04-18', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 2025   3月 20 year before',
      { ...file, name: 'year before', size: 1, modified: '2025-03-20', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 2025年 3月 20日 10:00 year before and a time',
      { ...file, name: 'year before and a time', size: 1, modified: '2025-03-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 11월 20 10:00 korean',
      { ...file, name: 'korean', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 4\uDC8C\uDC8E 18\uDC93\uDCFA 2003\uDC94N Shift JIS',
      { ...file, name: 'Shift JIS', size: 1, modified: '2003-04-18', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 8\uDCD4\uDCC2 17 08:52 GBK',
      { ...file, name: 'GBK', size: 1, modified: '2026-08-17T08:52', owner: 'a', group: 'b' },
    ],
    // and in other numbers
    [
      '-rw-r--r-- 1 a b 1 2025/10/12 17:12 slashes',
      { ...file, name: 'slashes', size: 1, modified: '2025-10-12T17:12', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 2025.07.15 dots',
      { ...file, name: 'dots', size: 1, modified: '2025-07-15', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 24-04-2025 17:12 day first',
      { ...file, name: 'day first', size: 1, modified: '2025-04-24T17:12', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 04/24/2025 05:12PM month first',
      { ...file, name: 'month first', size: 1, modified: '2025-04-24T17:12', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 01-jun-99 short',
      { ...file, name: 'short', size: 1, modified: '1999-06-01', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 20-Nov-2026 10:00 with a month',
      { ...file, name: 'with a month', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 09-26 2025 no day first',
      { ...file, name: 'no day first', size: 1, modified: '2025-09-26', owner: 'a', group: 'b' },
    ],
    // owners called like months of other languages
    [
      '-rw-r--r-- 1 set 10 2048 Nov 20 10:00 owner set',
      { ...file, name: 'owner set', size: 2048, modified: '2026-11-20T10:00', owner: 'set', group: '10' },
    ],
    [
      '-rw-r--r-- 1 mai 20 531 20 Nov 10:00 owner mai',
      { ...file, name: 'owner mai', size: 531, modified: '2026-11-20T10:00', owner: 'mai', group: '20' },
    ],
    // a size that is rounded is no size
    [
      '-rw-r--r-- 1 a b 33.5k Nov 20 10:00 rounded',
      { ...file, name: 'rounded', modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    // NetPresenz or no group: empty either way
    [
      '-rw-r--r--  0  0  0 Nov 20 10:00 three zeros',
      { ...file, name: 'three zeros', size: 0, modified: '2026-11-20T10:00', owner: '0' },
    ],
    // names
    [
      '-rw-r--r-- 1 a b 1 Nov 20 10:00  leading space',
      { ...file, name: ' leading space', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 20 10:00 trailing space ',
      { ...file, name: 'trailing space ', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 20 10:00 2025',
      { ...file, name: '2025', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 20 10:00 1 Nov 20 10:00 date in the name',
      {
        ...file,
        name: '1 Nov 20 10:00 date in the name',
        size: 1,
        modified: '2026-11-20T10:00',
        owner: 'a',
        group: 'b',
      },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 20 10:00 no -> link',
      { ...file, name: 'no -> link', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 20 10:00 Äpfel und 日本語.txt',
      { ...file, name: 'Äpfel und 日本語.txt', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 20 10:00 m\uDCFCll',
      { ...file, name: 'm\uDCFCll', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 J\uDCFCrgen b 1 Nov 20 10:00 \u00e4',
      { ...file, name: 'ä', size: 1, modified: '2026-11-20T10:00', owner: 'J\uDCFCrgen', group: 'b' },
    ],
    [
      '-rw-r--r-- 1 a b 1 Nov 20 10:00  ..',
      // A reader that trims would take this for the directory above.
      { ...file, name: ' ..', size: 1, modified: '2026-11-20T10:00', owner: 'a', group: 'b' },
    ],
    // the size of a link is the length of its target
    [
      'lrwxrwxrwx 1 a b 6 Nov 20 10:00 x -> y -> target',
      {
        name: 'x -> y',
        type: 'link',
        size: 6,
        modified: '2026-11-20T10:00',
        permissions: 'rwxrwxrwx',
        owner: 'a',
        group: 'b',
        target: 'target',
      },
    ],
    [
      'lrwxrwxrwx 1 a b 0 Nov 20 10:00 size unknown -> target',
      {
        name: 'size unknown',
        type: 'link',
        size: 0,
        modified: '2026-11-20T10:00',
        permissions: 'rwxrwxrwx',
        owner: 'a',
        group: 'b',
        target: 'target',
      },
    ],
    [
      'lrwxrwxrwx 1 a b 4 Nov 20 10:00 no target',
      {
        name: 'no target',
        type: 'link',
        size: 4,
        modified: '2026-11-20T10:00',
        permissions: 'rwxrwxrwx',
        owner: 'a',
        group: 'b',
      },
    ],
  ],
  noEntry: [
    'total 12',
    'total 0',
    'Total 52K',
    'drwxr-xr-x 2 root root 4096 Nov 20 10:00 .',
    'drwxr-xr-x 2 root root 4096 Nov 20 10:00 ..',
  ],
  bad: [
    'ls: cannot access x: Permission denied',
    'total of nothing',
    'file.txt',
    '-rw-r--r--',
    '-rw-r--r-- 1 a b 1 Nov 20 10:00',
    '-rw-r--r-- 1 a b 1 Nov 20 10:00 ',
    '-rw-r--r-- 1 a b 1 Nov 20',
    '-rw-r--r-- 1 a b 1 Nov 31 10:00 no such day',
    '-rw-r--r-- 1 a b 1 Nov 0 10:00 no such day',
    '-rw-r--r-- 1 a b 1 Feb 29  2025 no such day',
    '-rw-r--r-- 1 a b 1 Nov 20 24:01 no such time',
    '-rw-r--r-- 1 a b 1 Nov 20 13:00PM no such time',
    '-rw-r--r-- 1 a b 1 Nov 20 99999 no such year',
    '-rw-r--r-- 1 a b 1 20. Brumaire 10:00 no such month',
    '-rw-r--r-- 1 a b 1 13月 20 10:00 no such month',
    '-rw-r--r-- 1 a b 1 2月 30 2025 no such day',
    '-rw-r--r-- 1 a b 1 2025/13/13 17:12 no such month',
    '-rw-r--r-- 1 a b 1 août 20 9999 no such year',
    '-rw-r--r-- 1 a b 1 Brumaire 20 10:00 no such month',
    '-rw-r--r-- 1 a b big Nov 20 10:00 no size',
    'xrw-r--r-- 1 a b 1 Nov 20 10:00 no such type',
    '-rw-r--r-q 1 a b 1 Nov 20 10:00 no such permission',
    '-rw-r--r--1 a b 1 Nov 20 10:00 nothing between',
    '-rw-r--r-- a b c d e f g h i j k l m n o p q r s 1 Nov 20 10:00 words without end',
  ],
};
