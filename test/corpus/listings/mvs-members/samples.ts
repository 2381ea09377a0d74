import type { ListingSamples } from '../sample.ts';

export const mvsMembersSamples: ListingSamples = {
  kind: 'list',
  source: "IBM, z/OS Communications Server: IP User's Guide and Commands, members of a partitioned data set",
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'PAYROLL   01.03 2025/09/12 2026/11/20 10:00    11    11     0 KIL001',
      { name: 'PAYROLL', type: 'file', modified: '2026-11-20T10:00', owner: 'KIL001' },
    ],
    [
      'A         01.00 2025/09/12 2026/11/20 10:00:59 99999 1 0 ANNA',
      { name: 'A', type: 'file', modified: '2026-11-20T10:00:59', owner: 'ANNA' },
    ],
    [
      ' PAYROLL2  01.99 1999/12/31 2000/02/29 23:59     1     1     1 ANNA',
      { name: 'PAYROLL2', type: 'file', modified: '2000-02-29T23:59', owner: 'ANNA' },
    ],
    [
      '$DATA#@1  01.07 2025/09/12 2026/11/20 10:00    11    11     0 U#',
      { name: '$DATA#@1', type: 'file', modified: '2026-11-20T10:00', owner: 'U#' },
    ],
    [
      'LOADMOD   000430 00060F           00 FO             RN RU            31    ANY',
      { name: 'LOADMOD', type: 'file' },
    ],
    [
      'EMPTYMOD  00A3D8 000111 LOADMOD   01 FO             RN RU            24    24',
      { name: 'EMPTYMOD', type: 'file' },
    ],
  ],
  noEntry: [
    ' Name     VV.MM   Created       Changed      Size  Init   Mod   Id   ',
    ' Name      Size     TTR   Alias-of AC --------- Attributes --------- Amode Rmode',
  ],
  bad: [
    'PAYROLL   01.03 2025/09/12 2026/11/31 10:00    11    11     0 KIL001',
    'PAYROLL   01.03 2025/09/12',
    'MUCHTOOLONG 01.03 2025/09/12 2026/11/20 10:00 11 11 0 KIL001',
    'LOADMOD   000430',
    '1DIGIT   01.03 2025/09/12 2026/11/20 10:00 11 11 0 KIL001',
  ],
};
