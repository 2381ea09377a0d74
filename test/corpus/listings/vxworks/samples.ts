import type { ListingSamples } from '../sample.ts';

export const vxworksSamples: ListingSamples = {
  kind: 'list',
  source: "Wind River, VxWorks Programmer's Guide, dosFs and ll; Nortel switches",
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      '      512    Nov-20-2026  05:23:30   config            <DIR>',
      { name: 'config', type: 'directory', modified: '2026-11-20T05:23:30' },
    ],
    [
      '   146824    Nov-20-2026  05:34:10   boot.cfg',
      { name: 'boot.cfg', type: 'file', size: 146824, modified: '2026-11-20T05:34:10' },
    ],
    [
      '        0    Jan-01-1980  00:00:00   empty             ',
      { name: 'empty', type: 'file', size: 0, modified: '1980-01-01T00:00:00' },
    ],
    [
      '     2048    Feb-29-2024  23:59:59   two words         <DIR>  ',
      { name: 'two words', type: 'directory', modified: '2024-02-29T23:59:59' },
    ],
  ],
  noEntry: [
    '  size          date       time       name',
    '--------       ------     ------    --------',
    '     2048    Feb-28-2024  05:23:30   .                 <DIR>',
    '     2048    Feb-28-2024  05:23:30   ..                <DIR>',
  ],
  bad: [
    '      512    Nov-31-2026  05:23:30   no such day',
    '      512    Nov-20-2026  25:23:30   no such time',
    '      big    Nov-20-2026  05:23:30   no size',
    '      512    Nov-20-2026  05:23:30',
    '      512    20-Nov-2026  05:23:30   day first',
  ],
};
