import type { ListingSamples } from '../sample.ts';

export const nonstopSamples: ListingSamples = {
  kind: 'list',
  source: 'HPE NonStop TCP/IPv6 Applications and Utilities User Guide, FTP: FILEINFO of Guardian',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'IARPTS        101            16354 18-Mar-26 15:09:12 244, 10 "nnnn"',
      { name: 'IARPTS', type: 'file', size: 16354, modified: '2026-03-18T15:09:12', owner: '244,10' },
    ],
    [
      'JENNYCB2       84            16384 10-Jul-26 11:44:56 244, 10  nnnn',
      { name: 'JENNYCB2', type: 'file', size: 16384, modified: '2026-07-10T11:44:56', owner: '244,10' },
    ],
    [
      'A               0                0  1-Jan-1999  0:00:00 255,255 "OOOO"',
      { name: 'A', type: 'file', size: 0, modified: '1999-01-01T00:00:00', owner: '255,255' },
    ],
    [
      '#0000042      700+       123456789 20-Nov-26 10:00:00   1,  1 "N-GU"',
      { name: '#0000042', type: 'file', size: 123456789, modified: '2026-11-20T10:00:00', owner: '1,1' },
    ],
    [
      'ZZSA0001      130             2048 29-Feb-24 23:59:59  20, 33 "AOGC"',
      { name: 'ZZSA0001', type: 'file', size: 2048, modified: '2024-02-29T23:59:59', owner: '20,33' },
    ],
  ],
  noEntry: ['File         Code             EOF  Last Modification    Owner  RWEP'],
  bad: [
    'IARPTS        101            16354 18-Mor-26 15:09:12 244, 10 "nnnn"',
    'IARPTS        101            16354 38-Mar-26 15:09:12 244, 10 "nnnn"',
    'IARPTS        101            16354 18-Mar-26 15:09:12 244, 10 "xxxx"',
    'IARPTSTOOLONG 101            16354 18-Mar-26 15:09:12 244, 10 "nnnn"',
    'IARPTS        101            16354',
  ],
};
