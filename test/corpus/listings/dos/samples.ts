import type { ListingSamples } from '../sample.ts';

export const dosSamples: ListingSamples = {
  kind: 'list',
  source: 'the dir command of MS-DOS and Windows; Internet Information Services',
  now: '2026-11-21T12:00:00Z',
  good: [
    // IIS, its default and with four-digit years
    [
      '11-20-26  10:00AM       <DIR>          Program Files',
      { name: 'Program Files', type: 'directory', modified: '2026-11-20T10:00' },
    ],
    [
      '11-20-26  10:00PM              1048576 report.doc',
      { name: 'report.doc', type: 'file', size: 1048576, modified: '2026-11-20T22:00' },
    ],
    [
      '11-20-2026  12:05AM                    0 empty',
      { name: 'empty', type: 'file', size: 0, modified: '2026-11-20T00:05' },
    ],
    [
      '07-04-99  12:05PM                 1234 old',
      { name: 'old', type: 'file', size: 1234, modified: '1999-07-04T12:05' },
    ],
    // dir in other languages
    [
      '11/20/2026  10:00 AM             1,048,576 report.doc',
      { name: 'report.doc', type: 'file', size: 1048576, modified: '2026-11-20T10:00' },
    ],
    [
      '11/20/2026  10:00 PM    <DIR>          Users',
      { name: 'Users', type: 'directory', modified: '2026-11-20T22:00' },
    ],
    [
      '20.11.2026  22:00            1.048.576 Bericht.doc',
      { name: 'Bericht.doc', type: 'file', size: 1048576, modified: '2026-11-20T22:00' },
    ],
    ['2026-11-20  22:00                12 iso', { name: 'iso', type: 'file', size: 12, modified: '2026-11-20T22:00' }],
    ['20/11/2026  22:00                12 uk', { name: 'uk', type: 'file', size: 12, modified: '2026-11-20T22:00' }],
    [
      '2026/11/20  22:00:30                12 ja',
      { name: 'ja', type: 'file', size: 12, modified: '2026-11-20T22:00:30' },
    ],
    // links
    [
      '11-20-26  10:00AM       <JUNCTION>     Users [C:\\Benutzer]',
      { name: 'Users', type: 'link', modified: '2026-11-20T10:00', target: 'C:\\Benutzer' },
    ],
    [
      '11-20-26  10:00AM       <SYMLINKD>     latest [..\\2026]',
      { name: 'latest', type: 'link', modified: '2026-11-20T10:00', target: '..\\2026' },
    ],
    ['11-20-26  10:00AM       <SYMLINK>      bare', { name: 'bare', type: 'link', modified: '2026-11-20T10:00' }],
    // names
    [
      '11-20-26  10:00AM       <DIR>           leading space',
      { name: ' leading space', type: 'directory', modified: '2026-11-20T10:00' },
    ],
    [
      '11-20-26  10:00AM                   12  leading and trailing ',
      { name: ' leading and trailing ', type: 'file', size: 12, modified: '2026-11-20T10:00' },
    ],
    ['11-20-26  10:00AM <DIR> narrow', { name: 'narrow', type: 'directory', modified: '2026-11-20T10:00' }],
    [
      '11-20-26  10:00AM                   12 Äpfel [1].txt',
      { name: 'Äpfel [1].txt', type: 'file', size: 12, modified: '2026-11-20T10:00' },
    ],
  ],
  noEntry: ['11-20-26  10:00AM       <DIR>          .', '11-20-26  10:00AM       <DIR>          ..'],
  bad: [
    ' Volume in drive C is SYSTEM',
    '               2 File(s)      1,048,588 bytes',
    '11-20-26  10:00AM       <DIR>          ',
    '11-20-26  10:00AM       <DIR>',
    '11-20-26  10:00AM',
    '11-20-26',
    '13-32-26  10:00AM                   12 no such day',
    '11-20-26  25:00                   12 no such time',
    '11-20-26  10:00XM                   12 no such half',
    '11-20/26  10:00AM                   12 two separators',
    '11-20-26  10:00AM       <PIPE>         no such kind',
    '11-20-26  10:00AM                  1,2 no such size',
    '11-20-26  10:00AM                  big no size',
    '1120-26  10:00AM                   12 no date',
  ],
};
