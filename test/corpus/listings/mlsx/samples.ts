import type { ListingSamples } from '../sample.ts';

export const mlsxSamples: ListingSamples = {
  kind: 'mlsd',
  source: 'RFC 3659 7; ProFTPD 1.3.8, Pure-FTPd 1.0.50, pyftpdlib 1.5.7',
  now: '2026-11-21T12:00:00Z',
  good: [
    // RFC 3659 7.7.4 and 7.7.7
    [
      'Type=file;Size=1024990;Modify=19980801120000; cap60.pl198.tar.gz',
      { name: 'cap60.pl198.tar.gz', type: 'file', size: 1024990, modified: '1998-08-01T12:00:00Z' },
    ],
    ['type=dir;unique=AQkAAAAAAAABCAAA; empty', { name: 'empty', type: 'directory' }],
    // ProFTPD
    [
      'modify=20261120100000;perm=adfrw;size=12;type=file;unique=FE02U1;UNIX.group=0;UNIX.groupname=root;UNIX.mode=0644;UNIX.owner=1000;UNIX.ownername=anna; file.txt',
      {
        name: 'file.txt',
        type: 'file',
        size: 12,
        modified: '2026-11-20T10:00:00Z',
        permissions: 'rw-r--r--',
        owner: 'anna',
        group: 'root',
      },
    ],
    [
      'modify=20261120100000;perm=flcdmpe;type=dir;unique=FE02U2;UNIX.group=50;UNIX.mode=01777;UNIX.owner=0; tmp',
      {
        name: 'tmp',
        type: 'directory',
        modified: '2026-11-20T10:00:00Z',
        permissions: 'rwxrwxrwt',
        owner: '0',
        group: '50',
      },
    ],
    [
      'UNIX.ownername=anna;UNIX.owner=1000;UNIX.groupname=staff;UNIX.group=50;type=file; names before numbers',
      { name: 'names before numbers', type: 'file', owner: 'anna', group: 'staff' },
    ],
    [
      'type=OS.unix=symlink;modify=20261120100000; link without target',
      { name: 'link without target', type: 'link', modified: '2026-11-20T10:00:00Z' },
    ],
    // Pure-FTPd
    [
      'type=file;siz=1;size=12;modify=20261120100000;UNIX.mode=0600;UNIX.uid=1000;UNIX.gid=1001;unique=fe02g1; secret',
      {
        name: 'secret',
        type: 'file',
        size: 12,
        modified: '2026-11-20T10:00:00Z',
        permissions: 'rw-------',
        owner: '1000',
        group: '1001',
      },
    ],
    ['type=dir;sizd=4096; folder', { name: 'folder', type: 'directory', size: 4096 }],
    // pyftpdlib writes the mode as Python does
    [
      'modify=20261120100000;perm=adfrw;size=12;type=file;unique=fe02g2;unix.mode=0o644; plain.txt',
      {
        name: 'plain.txt',
        type: 'file',
        size: 12,
        modified: '2026-11-20T10:00:00Z',
        permissions: 'rw-r--r--',
      },
    ],
    // links, devices, kinds nobody has heard of
    ['type=OS.unix=slink:/target; link', { name: 'link', type: 'link', target: '/target' }],
    ['type=OS.unix=slink:/a b/c;size=3; link', { name: 'link', type: 'link', size: 3, target: '/a b/c' }],
    ['TYPE=OS.UNIX=SLINK:Target; link', { name: 'link', type: 'link', target: 'Target' }],
    ['type=OS.unix=chr-1/3; null', { name: 'null', type: 'other' }],
    ['type=OS.nonesuch=thing; thing', { name: 'thing', type: 'other' }],
    // times
    [
      'modify=20261120100000.123;type=file; milliseconds',
      { name: 'milliseconds', type: 'file', modified: '2026-11-20T10:00:00.123Z' },
    ],
    ['modify=20261120100000.1;type=file; tenth', { name: 'tenth', type: 'file', modified: '2026-11-20T10:00:00.100Z' }],
    [
      'modify=20261120100000.123456789;type=file; nanoseconds',
      { name: 'nanoseconds', type: 'file', modified: '2026-11-20T10:00:00.123Z' },
    ],
    [
      'modify=20161231235960;type=file; leap second',
      { name: 'leap second', type: 'file', modified: '2016-12-31T23:59:59Z' },
    ],
    ['modify=yesterday;size=many;type=file; nonsense values', { name: 'nonsense values', type: 'file' }],
    ['modify=20261320100000;type=file; no such month', { name: 'no such month', type: 'file' }],
    // permissions
    [
      'UNIX.mode=104755;type=file; mode with file type',
      { name: 'mode with file type', type: 'file', permissions: 'rwsr-xr-x' },
    ],
    ['UNIX.mode=0999;type=file; no mode', { name: 'no mode', type: 'file' }],
    // names
    ['type=file;  leading space', { name: ' leading space', type: 'file' }],
    ['type=file; trailing space ', { name: 'trailing space ', type: 'file' }],
    ['type=file; a; b=c', { name: 'a; b=c', type: 'file' }],
    [' without facts', { name: 'without facts', type: 'file' }],
    ['type=file;size=3 no last semicolon; here', { name: 'no last semicolon; here', type: 'file', size: 3 }],
    ['type=file; Äpfel 日本語', { name: 'Äpfel 日本語', type: 'file' }],
    ['type=file; m\uDCFCll', { name: 'm\uDCFCll', type: 'file' }],
    ['type=OS.unix=slink:/m\uDCFCll; ä', { name: 'ä', type: 'link', target: '/m\uDCFCll' }],
  ],
  noEntry: [
    'type=cdir;modify=20261120100000; .',
    'type=cdir; /pub',
    'Type=pdir;modify=20261120100000; ..',
    'type=dir; ..',
  ],
  bad: [
    'type=file;size=12;',
    'type=file;size=12; ',
    'type=file;size; name',
    '=file; name',
    'file.txt',
    'total 12',
    'drwxr-xr-x 2 root root 4096 Nov 20 10:00 folder',
    '11-20-26  10:00AM       <DIR>          folder',
  ],
};
