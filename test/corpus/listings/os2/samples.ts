import type { ListingSamples } from '../sample.ts';

export const os2Samples: ListingSamples = {
  kind: 'list',
  source: 'IBM OS/2 Warp, TCP/IP for OS/2, ftpd',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      '          0           DIR   04-11-26   16:26  ADDRESS',
      { name: 'ADDRESS', type: 'directory', modified: '2026-04-11T16:26' },
    ],
    [
      '       1123      A          04-06-26   11:24  WPSFNT.INI',
      { name: 'WPSFNT.INI', type: 'file', size: 1123, modified: '2026-04-06T11:24' },
    ],
    [
      '       4096      RHS        11-20-2026 10:00  OS2LDR',
      { name: 'OS2LDR', type: 'file', size: 4096, modified: '2026-11-20T10:00' },
    ],
    [
      '       4096      A          11-20-96   10:00:59  a name with spaces',
      { name: 'a name with spaces', type: 'file', size: 4096, modified: '1996-11-20T10:00:59' },
    ],
    [
      '          0      A    DIR   11-20-26   10:00  BOTH',
      { name: 'BOTH', type: 'directory', modified: '2026-11-20T10:00' },
    ],
    [
      '        532                 11-20-26   10:00  NO_ATTRIBUTES',
      { name: 'NO_ATTRIBUTES', type: 'file', size: 532, modified: '2026-11-20T10:00' },
    ],
    // counted from 1900
    [
      '36611      A    04-23-126   10:57  REPORT.TXT',
      { name: 'REPORT.TXT', type: 'file', size: 36611, modified: '2026-04-23T10:57' },
    ],
    ['    0 DIR       02-11-103   16:15  OLD', { name: 'OLD', type: 'directory', modified: '2003-02-11T16:15' }],
  ],
  noEntry: ['          0           DIR   04-11-26   16:26  .', '          0           DIR   04-11-26   16:26  ..'],
  bad: [
    '          0           DIR   14-11-26   16:26  NO_SUCH_MONTH',
    '          0           DIR   04-11-26   26:26  NO_SUCH_TIME',
    '          x           DIR   04-11-26   16:26  NO_SIZE',
    '          0           DIR   04-11-26   16:26',
    '       4096      XYZ        11-20-26   10:00  NO_SUCH_ATTRIBUTE',
  ],
};
