import type { ListingSamples } from '../sample.ts';

export const os9Samples: ListingSamples = {
  kind: 'list',
  source: 'Microware OS-9, Utilities Reference, dir -e',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      '   0.0    26/11/20 1947   d-ewrewr       3       118 CMDS',
      { name: 'CMDS', type: 'directory', modified: '2026-11-20T19:47', owner: '0.0' },
    ],
    [
      '   0.0    01/02/13 0000   ---wr-wr    2A3F         0 empty',
      { name: 'empty', type: 'file', size: 0, modified: '2001-02-13T00:00', owner: '0.0' },
    ],
    [
      ' 100.200  96/02/29 2359   -sewrewr       9        12 name with spaces',
      { name: 'name with spaces', type: 'file', size: 12, modified: '1996-02-29T23:59', owner: '100.200' },
    ],
    [
      '   0.1    26/01/01 0001   d---r-wr    FFFF         0 dir',
      { name: 'dir', type: 'directory', modified: '2026-01-01T00:01', owner: '0.1' },
    ],
  ],
  noEntry: [
    ' Owner    Last modified  attributes sector bytecount name',
    '-------   -------------  ---------- ------ --------- ----',
  ],
  bad: [
    '   0.0    26/13/20 1947   d-ewrewr       3       118 CMDS',
    '   0.0    26/11/20 2460   d-ewrewr       3       118 CMDS',
    '   0.0    26/11/20 1947   drwxrwxr       3       118 CMDS',
    '   0.0    26/11/20 1947   d-ewrewr       3       118',
    'root     26/11/20 1947   d-ewrewr       3       118 CMDS',
  ],
};
