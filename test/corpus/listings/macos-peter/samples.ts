import type { ListingSamples } from '../sample.ts';

export const macosPeterSamples: ListingSamples = {
  kind: 'list',
  source: "NetPresenz and Peter's FTPd for the classic Mac OS",
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'drwxr-xr-x               folder        0 Nov 20 10:00 of a netware nfs',
      { name: 'of a netware nfs', type: 'directory', modified: '2026-11-20T10:00', permissions: 'rwxr-xr-x' },
    ],
    [
      '-------r--         326  1391972  1392298 Nov 22  1995 MegaPhone.sit',
      { name: 'MegaPhone.sit', type: 'file', modified: '1995-11-22', permissions: '------r--' },
    ],
    [
      'drwxrwxr-x               folder        2 May 10  1996 network',
      { name: 'network', type: 'directory', modified: '1996-05-10', permissions: 'rwxrwxr-x' },
    ],
    [
      '-rw-rw-rw-           0      512      512 Nov 20 10:00 Read Me First',
      { name: 'Read Me First', type: 'file', modified: '2026-11-20T10:00', permissions: 'rw-rw-rw-' },
    ],
    [
      'drwx------               folder      120 Nov 20 10:00  leading space',
      { name: ' leading space', type: 'directory', modified: '2026-11-20T10:00', permissions: 'rwx------' },
    ],
    [
      '-rw-rw-rw-       99999        0    99999 Feb 29  2024 Icon',
      { name: 'Icon', type: 'file', modified: '2024-02-29', permissions: 'rw-rw-rw-' },
    ],
  ],
  noEntry: [],
  bad: [
    '-------r--         326  1391972  1392298 Nov 32  1995 MegaPhone.sit',
    'drwxrwxr-x               folder        2 May 10  1996',
  ],
};
