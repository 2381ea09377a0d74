import type { ListingSamples } from '../sample.ts';

export const connectEnterpriseSamples: ListingSamples = {
  kind: 'list',
  source: "Sterling Commerce, CONNECT:Enterprise UNIX User's Guide, batch status flags",
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      '-C--E-----FTP B ANNA01      18128       41 Aug 12 13:56 QUADTEST',
      { name: 'QUADTEST', type: 'file', size: 41, modified: '2026-08-12T13:56', owner: 'ANNA01' },
    ],
    [
      '-C--E-----FTS B ANNA01       7670  1294495 Jan 13 07:42 two words',
      { name: 'two words', type: 'file', size: 1294495, modified: '2026-01-13T07:42', owner: 'ANNA01' },
    ],
    [
      '-AR--M----TCP A ceunix      17570  2313708 Mar 29  2025 ALL_SHORT1.zip',
      { name: 'ALL_SHORT1.zip', type: 'file', size: 2313708, modified: '2025-03-29', owner: 'ceunix' },
    ],
    [
      '-ARTE-----SSH A anna        4915  1031030 Nov 22 09:12 ORDERS ',
      { name: 'ORDERS ', type: 'file', size: 1031030, modified: '2026-11-22T09:12', owner: 'anna' },
    ],
  ],
  noEntry: [],
  bad: [
    '-C--E-----FTP B ANNA01      18128       41 Aug 12 13:56',
    '-C--E-----FTP B ANNA01      18128       41 Aug 12 13:56 ',
    '-C--E-----FTP X ANNA01      18128       41 Aug 12 13:56 QUADTEST',
    '-C--E-----FTP B ANNA01      18128      big Aug 12 13:56 QUADTEST',
    '-C--E-----FTP B ANNA01      18128       41 Aug 32 13:56 QUADTEST',
    '-C--E----FTP B ANNA01      18128       41 Aug 12 13:56 QUADTEST',
  ],
};
