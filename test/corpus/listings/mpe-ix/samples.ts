import type { ListingSamples } from '../sample.ts';

const GROUP = [
  'ACCOUNT=  SYS         GROUP=  WORK',
  'FILENAME  CODE  ------------LOGICAL RECORD-----------  ----SPACE----',
  '                  SIZE  TYP        EOF      LIMIT R/B  SECTORS #X MX',
];
const DIRECTORY = [
  ' PATH= /SYS/WORK/',
  ' CODE  ------------LOGICAL RECORD-----------  ----SPACE----  FILENAME',
  '         SIZE  TYP        EOF      LIMIT R/B  SECTORS #X MX',
];

export const mpeIxSamples: ListingSamples = {
  kind: 'list',
  source: "HP, ARPA File Transfer Protocol User's Guide, HP 3000 MPE/iX; MPE/iX Commands Reference Manual, LISTFILE",
  now: '2026-11-21T12:00:00Z',
  good: [
    ['REPORT             80B  FA          12         12   1       16  1  1', { name: 'REPORT', type: 'file' }, GROUP],
    ['PAYROLL   NMPRG   128W  FB        1023       1023   1     1024  1  *', { name: 'PAYROLL', type: 'file' }, GROUP],
    ['OPEN*              80B  VA           0       1000   1        0  0 32', { name: 'OPEN', type: 'file' }, GROUP],
    [
      '         1B  BA         531        531   1       16  1  1  notes.txt',
      { name: 'notes.txt', type: 'file', size: 531 },
      DIRECTORY,
    ],
    [
      '         1B  BB           0 2147483647   1        0  0  *  empty',
      { name: 'empty', type: 'file', size: 0 },
      DIRECTORY,
    ],
    [
      '        16W  HBD          3   67107839   1       16  1  *  letters/',
      { name: 'letters', type: 'directory' },
      DIRECTORY,
    ],
    [
      '  NMPRG 128W FB        1023       1023   1     1024  1  1  PROGRAM',
      { name: 'PROGRAM', type: 'file' },
      DIRECTORY,
    ],
  ],
  noEntry: [...GROUP, ...DIRECTORY],
  bad: [
    '         1B  BA         531        531   1       16  1  1',
    '         1B  BA        many        531   1       16  1  1  notes.txt',
    '         1X  BA         531        531   1       16  1  1  notes.txt',
    '        16W  HBD          3   67107839   1       16  1  *  /',
    '@ not found',
  ],
};
