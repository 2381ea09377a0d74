import type { ListingSamples } from '../sample.ts';

export const netwareSamples: ListingSamples = {
  kind: 'list',
  source: 'Novell NetWare 4 and 5, FTP Server; Hellsoft FTP service for NetWare',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'd [R----F--] supervisor            512       Jan 16  2026    login',
      { name: 'login', type: 'directory', modified: '2026-01-16', owner: 'supervisor' },
    ],
    [
      '- [R----F--] rhesus             214059       Oct 20 15:27    cx.exe',
      { name: 'cx.exe', type: 'file', size: 214059, modified: '2026-10-20T15:27', owner: 'rhesus' },
    ],
    [
      '-[RWCEAFMS] anna                  1234       Nov 20  2025 report.txt',
      { name: 'report.txt', type: 'file', size: 1234, modified: '2025-11-20', owner: 'anna' },
    ],
    [
      'd[RWCEAFMS] anna                   512 Nov 20 10:00 a folder',
      { name: 'a folder', type: 'directory', modified: '2026-11-20T10:00', owner: 'anna' },
    ],
    [
      '- [--------] anna                    0 Nov 20 10:00 empty',
      { name: 'empty', type: 'file', size: 0, modified: '2026-11-20T10:00', owner: 'anna' },
    ],
    [
      'd [-W---F--] supervisor            512       Feb 29  2024    leap',
      { name: 'leap', type: 'directory', modified: '2024-02-29', owner: 'supervisor' },
    ],
  ],
  noEntry: [
    'd [R----F--] supervisor            512       Jan 16  2026    .',
    'd [R----F--] supervisor            512       Jan 16  2026    ..',
  ],
  bad: [
    'd [R----F--] supervisor            big       Jan 16  2026    login',
    'd [R----F--] supervisor            512       Jan 36  2026    login',
    'x [R----F--] supervisor            512       Jan 16  2026    login',
    'd [QQQQQQ] supervisor            512       Jan 16  2026    login',
    'd [R----F--] supervisor            512       Jan 16  2026',
  ],
};
