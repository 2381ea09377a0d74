import type { ListingSamples } from '../sample.ts';

const FILES = ['Files: 4  Blocks: 609'];
const DIRS = ['Dirs: 2'];
const LINKS = ['Links: 1'];

export const stratusVosSamples: ListingSamples = {
  kind: 'list',
  source: 'Stratus, VOS Commands Reference Manual (R098), list; FTP 1.0 for Stratus STCP',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'w      158 stm       26-11-20 11:53:44  accounts.cobol',
      { name: 'accounts.cobol', type: 'file', modified: '2026-11-20T11:53:44' },
      FILES,
    ],
    [
      ' r        1 seq       90-05-19 00:00:00  start_up.cm',
      { name: 'start_up.cm', type: 'file', modified: '1990-05-19T00:00:00' },
      FILES,
    ],
    [
      'n      450 rel       03-10-21 23:59:59  #orders',
      { name: '#orders', type: 'file', modified: '2003-10-21T23:59:59' },
      FILES,
    ],
    [
      'm        5           26-11-20 11:53:44  reports',
      { name: 'reports', type: 'directory', modified: '2026-11-20T11:53:44' },
      DIRS,
    ],
    [
      ' s       12 04-07-13 21:15:43  old.reports',
      { name: 'old.reports', type: 'directory', modified: '2004-07-13T21:15:43' },
      DIRS,
    ],
    [
      '04-07-13 21:15:43  archive  ->  %s1#d02>archive',
      { name: 'archive', type: 'link', modified: '2004-07-13T21:15:43', target: '%s1#d02>archive' },
      LINKS,
    ],
  ],
  noEntry: ['Files: 4 Blocks: 609', 'Dirs: 0', ' Links: 0'],
  bad: [
    'w      158 stm       26-11-20 11:53:44  accounts.cobol',
    'm        5           26-11-20 11:53:44  reports',
    '04-07-13 21:15:43  archive  ->',
    '04-07-13 21:15:43  archive',
    '04-13-13 21:15:43  archive  ->  %s1#d02>archive',
    'Files: many',
  ],
};
