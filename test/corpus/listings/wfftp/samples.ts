import type { ListingSamples } from '../sample.ts';

export const wfftpSamples: ListingSamples = {
  kind: 'list',
  source: 'WFFTP server for Windows, as FileZilla, Cyberduck and others have met it',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'report.txt    1048576    11/20/2026   Fri.   10:00:59',
      { name: 'report.txt', type: 'file', size: 1048576, modified: '2026-11-20T10:00:59' },
    ],
    [
      'letters       <DIR>      11-20-26     Fri.   10:00',
      { name: 'letters', type: 'directory', modified: '2026-11-20T10:00' },
    ],
    ['empty 0 1/2/03 Thu. 0:00', { name: 'empty', type: 'file', size: 0, modified: '2003-01-02T00:00' }],
    ['a.b 12 12/31/1999 Freitag. 23:59:59', { name: 'a.b', type: 'file', size: 12, modified: '1999-12-31T23:59:59' }],
  ],
  noEntry: [],
  bad: [
    'report.txt    1048576    11/20/2026   Fri   10:00:59',
    'report.txt    big    11/20/2026   Fri.   10:00:59',
    'report.txt    1    13/32/2026   Fri.   10:00:59',
    'report.txt    1    11/20/2026   Fri.   10:00:59 more',
  ],
};
