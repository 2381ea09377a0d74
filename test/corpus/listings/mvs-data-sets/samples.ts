import type { ListingSamples } from '../sample.ts';

export const mvsDataSetsSamples: ListingSamples = {
  kind: 'list',
  source: "IBM, z/OS Communications Server: IP User's Guide and Commands, dir subcommand",
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'WRK001 3390   2026/11/20  1   15  FB      80 27920  PS  LISTING.TXT',
      { name: 'LISTING.TXT', type: 'file', modified: '2026-11-20' },
    ],
    [
      'WRK002 3390   2026/11/20  1    5  VB     256  6144  PO  SOURCE.COBOL',
      { name: 'SOURCE.COBOL', type: 'directory', modified: '2026-11-20' },
    ],
    ['WRK003 3390   **NONE**    1    1  U        0  6144  PO-E LOAD.LIB', { name: 'LOAD.LIB', type: 'directory' }],
    ['WRK004 3390                                     VSAM ACCOUNTS.KSDS', { name: 'ACCOUNTS.KSDS', type: 'other' }],
    ['MIGRAT                                              OLD.DATA', { name: 'OLD.DATA', type: 'file' }],
    ['Migrated                                            ANNA.OLD.DATA2', { name: 'ANNA.OLD.DATA2', type: 'file' }],
    ['ARCIVE Not Direct Access Device                     ANNA.TAPE', { name: 'ANNA.TAPE', type: 'file' }],
    ['Error determining attributes                        ANNA.STRANGE', { name: 'ANNA.STRANGE', type: 'file' }],
    ['Pseudo Directory                                    PROJECT', { name: 'PROJECT', type: 'directory' }],
    [
      "WRK001 3390   2026/11/20  1   15  FBA    133 27920  PS  'ANNA.LISTING'",
      { name: "'ANNA.LISTING'", type: 'file', modified: '2026-11-20' },
    ],
    [
      'APCSPL 3380   1996/10/02  3 2000  ?        0     0  PS  X.#$@1.LOG',
      { name: 'X.#$@1.LOG', type: 'file', modified: '1996-10-02' },
    ],
    [
      'WYOSPT 3420   2003/05/21  1  200  FB      80  8053  PS  A48.MVS.FILE',
      { name: 'A48.MVS.FILE', type: 'file', modified: '2003-05-21' },
    ],
  ],
  noEntry: ['Volume Unit    Referred Ext Used Recfm Lrecl BlkSz Dsorg Dsname'],
  bad: [
    'WRK001 3390   2026/13/20  1   15  FB      80 27920  PS  NO.SUCH.MONTH',
    'WRK001 3390   2026/11/20  1   15  FB      80 27920  XX  NO.SUCH.ORG',
    'WRK001 3390   2026/11/20  1   15  FB      80 27920  PS  MUCHTOOLONGQUALIFIER',
    'WRK001 3390   2026/11/20  PS  TOO.FEW',
    'WRK001 3390',
    'MIGRAT',
    'Pseudo Directory',
    'User ANNA does not have access to data sets',
  ],
};
