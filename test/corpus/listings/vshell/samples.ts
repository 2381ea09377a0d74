import type { ListingSamples } from '../sample.ts';

export const vshellSamples: ListingSamples = {
  kind: 'list',
  source: 'VanDyke VShell, FTPS server',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      '206876  Nov 20, 2026 21:06 VShell (32 bit).zip',
      { name: 'VShell (32 bit).zip', type: 'file', size: 206876, modified: '2026-11-20T21:06' },
    ],
    ['0  Dec 12, 2025 02:13 Documents/', { name: 'Documents', type: 'directory', modified: '2025-12-12T02:13' }],
    ['0  Feb 29, 2024 23:59:59 empty', { name: 'empty', type: 'file', size: 0, modified: '2024-02-29T23:59:59' }],
    [
      '12  Nov 20, 2026 21:06  leading space',
      { name: ' leading space', type: 'file', size: 12, modified: '2026-11-20T21:06' },
    ],
  ],
  noEntry: ['0  Dec 12, 2025 02:13 ./', '0  Dec 12, 2025 02:13 ../'],
  bad: [
    '206876  Nov 20 2026 21:06 no comma',
    '206876  Nov 31, 2026 21:06 no such day',
    '206876  Nov 20, 26 21:06 short year',
    '206876  Nov 20, 2026 21:06',
    'big  Nov 20, 2026 21:06 no size',
  ],
};
