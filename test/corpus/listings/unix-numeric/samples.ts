import type { ListingSamples } from '../sample.ts';

export const unixNumericSamples: ListingSamples = {
  kind: 'list',
  source:
    'The numerical Unix style of FileZilla, src/engine/directorylistingparser.cpp; modes as in POSIX <sys/stat.h>',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      '0100644   500  101   12345    1795255200       report.txt',
      {
        name: 'report.txt',
        type: 'file',
        size: 12345,
        modified: '2026-11-21T10:00:00Z',
        permissions: 'rw-r--r--',
        owner: '500',
        group: '101',
      },
    ],
    [
      '040755 500 101 4096 1795255200 two words',
      {
        name: 'two words',
        type: 'directory',
        modified: '2026-11-21T10:00:00Z',
        permissions: 'rwxr-xr-x',
        owner: '500',
        group: '101',
      },
    ],
    [
      '0120777 0 0 11 123456789 link',
      {
        name: 'link',
        type: 'link',
        size: 11,
        modified: '1973-11-29T21:33:09Z',
        permissions: 'rwxrwxrwx',
        owner: '0',
        group: '0',
      },
    ],
    [
      '010600 0 0 0 1795255200 pipe',
      {
        name: 'pipe',
        type: 'other',
        size: 0,
        modified: '2026-11-21T10:00:00Z',
        permissions: 'rw-------',
        owner: '0',
        group: '0',
      },
    ],
  ],
  noEntry: [],
  bad: [
    '0100644   500  101   12345    1795255200',
    '0100844   500  101   12345    1795255200       report.txt',
    '0000644   500  101   12345    1795255200       report.txt',
    '0100644   anna 101   12345    1795255200       report.txt',
    '0100644   500  101   12345    soon             report.txt',
    '0100644   500  101   -1       1795255200       report.txt',
  ],
};
