import type { ListingSamples } from '../sample.ts';

export const os400Samples: ListingSamples = {
  kind: 'list',
  source: 'IBM i: FTP server subcommands, LIST, naming formats 0 and 1',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'ANNA            77824 11/20/26 15:09:55 *DIR       letters/',
      { name: 'letters', type: 'directory', modified: '2026-11-20T15:09:55', owner: 'ANNA' },
    ],
    [
      'ANNA             1234 20.11.26 15:09:55 *STMF      report.txt',
      { name: 'report.txt', type: 'file', size: 1234, modified: '2026-11-20T15:09:55', owner: 'ANNA' },
    ],
    [
      'QPGMR                                    *MEM       QCLSRC.MBR',
      { name: 'QCLSRC.MBR', type: 'file', owner: 'QPGMR' },
    ],
    [
      'QSYS            36864 11/26/98 15:09:55 *LIB       QGPL.LIB/',
      { name: 'QGPL.LIB', type: 'directory', modified: '1998-11-26T15:09:55', owner: 'QSYS' },
    ],
    [
      'QSYS            36864 11/26/98 15:09:55 *FILE      QCLSRC.FILE/',
      { name: 'QCLSRC.FILE', type: 'directory', modified: '1998-11-26T15:09:55', owner: 'QSYS' },
    ],
    [
      'QSYS            36864 98/11/26 15:09:55 *FILE      SAVE.FILE',
      { name: 'SAVE.FILE', type: 'file', modified: '1998-11-26T15:09:55', owner: 'QSYS' },
    ],
    [
      'QSYS            36864 2026-11-20 15:09:55 *DDIR      a b c/',
      { name: 'a b c', type: 'directory', modified: '2026-11-20T15:09:55', owner: 'QSYS' },
    ],
    [
      'QDOC             8192 31/12/26 15:09:55 *FLR       PCFILES',
      { name: 'PCFILES', type: 'directory', modified: '2026-12-31T15:09:55', owner: 'QDOC' },
    ],
    [
      'ANNA                0 01/02/26 00:00:00 *DSTMF     empty',
      { name: 'empty', type: 'file', size: 0, modified: '2026-01-02T00:00:00', owner: 'ANNA' },
    ],
    [
      'ANNA             4096 11/20/26 15:09:55 *PGM       HELLO.PGM',
      { name: 'HELLO.PGM', type: 'file', modified: '2026-11-20T15:09:55', owner: 'ANNA' },
    ],
    // spaces before a name, behind the column of the type
    [
      'ANNA             1234 11/20/26 15:09:55 *STMF       leading space.txt',
      {
        name: ' leading space.txt',
        type: 'file',
        size: 1234,
        modified: '2026-11-20T15:09:55',
        owner: 'ANNA',
      },
    ],
    [
      'ANNA             1234 11/20/26 15:09:55 *STMF one space.txt',
      { name: 'one space.txt', type: 'file', size: 1234, modified: '2026-11-20T15:09:55', owner: 'ANNA' },
    ],
  ],
  noEntry: [],
  bad: [
    'ANNA            77824 11/20/26 15:09:55 *DIR',
    'ANNA            77824 11/20/26 15:09:55 DIR        letters/',
    'ANNA            big   11/20/26 15:09:55 *DIR       letters/',
    'ANNA            77824 99/99/99 15:09:55 *DIR       letters/',
    'ANNA            77824 11/20/26 15:09:55 *DIR       /',
    'QPGMR                                    *MEM',
  ],
};
