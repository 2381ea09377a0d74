import type { ListingSamples } from '../sample.ts';

export const zvmSamples: ListingSamples = {
  kind: 'list',
  source: "IBM, z/VM: TCP/IP User's Guide, VM-format lists",
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'PROFILE  EXEC     A1 V        30          8          1 2026-11-20 14:12:55 ANNA191',
      { name: 'PROFILE.EXEC', type: 'file', modified: '2026-11-20T14:12:55', owner: 'ANNA191' },
    ],
    [
      'NOTES    TXT      A1 F        80         12          1 11/20/26   14:12:55 ANNA191',
      { name: 'NOTES.TXT', type: 'file', modified: '2026-11-20T14:12:55', owner: 'ANNA191' },
    ],
    [
      'SUBDIR   DIR      -  -         -          -          - 2026-11-20 14:12:55 ANNA',
      { name: 'SUBDIR', type: 'directory', modified: '2026-11-20T14:12:55', owner: 'ANNA' },
    ],
    [
      'A        B        Z F         1          1          1 2026-01-01  0:00:01',
      { name: 'A.B', type: 'file', modified: '2026-01-01T00:00:01' },
    ],
    [
      '$X#@+-_: DATA     A0 V     65535 1000000000   99999999 12/31/1999 23:59:59 OWNER',
      { name: '$X#@+-_:.DATA', type: 'file', modified: '1999-12-31T23:59:59', owner: 'OWNER' },
    ],
    [
      'OLD      LISTING  A1 V       121        530         12 7/4/99     8:00:00 ANNA191',
      { name: 'OLD.LISTING', type: 'file', modified: '1999-07-04T08:00:00', owner: 'ANNA191' },
    ],
  ],
  noEntry: ['Filename Filetype Fm Format Lrecl    Records     Blocks Date       Time'],
  bad: [
    'PROFILE  EXEC     A1 V        30          8          1 2026-11-31 14:12:55 ANNA191',
    'PROFILE  EXEC     A1 Q        30          8          1 2026-11-20 14:12:55 ANNA191',
    'PROFILE  EXEC     A1 V        30',
    'TOOLONGNAME EXEC A1 V 30 8 1 2026-11-20 14:12:55 ANNA191',
    'PROFILE  EXEC     A1 V        30          8          1 2026-11-20 25:12:55 ANNA191',
  ],
};
