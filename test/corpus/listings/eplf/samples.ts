import type { ListingSamples } from '../sample.ts';

export const eplfSamples: ListingSamples = {
  kind: 'list',
  source: 'D. J. Bernstein, Easily Parsed LIST Format, https://cr.yp.to/ftp/list/eplf.html',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      '+i8388621.48594,m825718503,r,s280,\tdjb.html',
      { name: 'djb.html', type: 'file', size: 280, modified: '1996-03-01T22:15:03Z' },
    ],
    ['+i8388621.50690,m824255907,/,\t514', { name: '514', type: 'directory', modified: '1996-02-13T23:58:27Z' }],
    [
      '+i8388621.48598,m824253270,r,s612,\t514.html',
      { name: '514.html', type: 'file', size: 612, modified: '1996-02-13T23:14:30Z' },
    ],
    ['+/,\tno facts but the kind', { name: 'no facts but the kind', type: 'directory' }],
    ['+r,\tneither size nor date', { name: 'neither size nor date', type: 'file' }],
    ['+r,s0,\tempty', { name: 'empty', type: 'file', size: 0 }],
    ['+r,s12,up644,\twith permissions', { name: 'with permissions', type: 'file', size: 12 }],
    ['+r,s12,\t name with spaces ', { name: ' name with spaces ', type: 'file', size: 12 }],
    ['+r,s12,\ta,b;c', { name: 'a,b;c', type: 'file', size: 12 }],
    ['+r,s12,\tUmlaut äöü', { name: 'Umlaut äöü', type: 'file', size: 12 }],
    ['+m825718503,\tneither', { name: 'neither', type: 'other', modified: '1996-03-01T22:15:03Z' }],
  ],
  noEntry: [],
  bad: ['+i8388621.48594,m825718503,r,s280 no tab', '+r,s1,\t', '+', 'i8388621,r,s1,\tno plus'],
};
