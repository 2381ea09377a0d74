import type { ListingSamples } from '../sample.ts';

export const vmsSamples: ListingSamples = {
  kind: 'list',
  source: 'VSI TCP/IP Services for OpenVMS User Guide, FTP; MultiNet for OpenVMS User Guide, DIRECTORY',
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'LOGIN.COM;3          2/3      20-NOV-2026 10:00:00  [STAFF,ANNA]  (RWED,RWED,RE,)',
      {
        name: 'LOGIN.COM;3',
        type: 'file',
        modified: '2026-11-20T10:00:00',
        permissions: 'rwxr-x---',
        owner: 'ANNA',
        group: 'STAFF',
      },
    ],
    [
      'NOTES.DIR;1          1/3      20-NOV-2026 10:00     [ANNA]        (RWE,RWE,RE,RE)',
      { name: 'NOTES', type: 'directory', modified: '2026-11-20T10:00', permissions: 'rwxr-xr-x', owner: 'ANNA' },
    ],
    [
      'README.TXT;12          1   2-JUN-2026 07:35:27.23 [SYSTEM] (RWED,RWED,RE,RE)',
      {
        name: 'README.TXT;12',
        type: 'file',
        modified: '2026-06-02T07:35:27',
        permissions: 'rwxr-xr-x',
        owner: 'SYSTEM',
      },
    ],
    [
      'CII-MANUAL.TEX;1  213/216  29-JAN-1996 03:33:12  [ANONYMOU,ANONYMOUS]   (RWED,RWED,,)',
      {
        name: 'CII-MANUAL.TEX;1',
        type: 'file',
        modified: '1996-01-29T03:33:12',
        permissions: 'rwx------',
        owner: 'ANONYMOUS',
        group: 'ANONYMOU',
      },
    ],
    [
      '.WELCOME;1           1/3      13-FEB-2002 23:32:40.47',
      { name: '.WELCOME;1', type: 'file', modified: '2002-02-13T23:32:40' },
    ],
    [
      'PRIVATE.TXT;1        %RMS-E-PRV, insufficient privilege or file protection violation',
      { name: 'PRIVATE.TXT;1', type: 'file' },
    ],
    ['LOCKED.DAT;2         No privilege for attempted operation', { name: 'LOCKED.DAT;2', type: 'file' }],
    [
      '000000.DIR;1         1  22-OCT-1998 10:00:00  [1,1] (RWE,RWE,RE,E)',
      {
        name: '000000',
        type: 'directory',
        modified: '1998-10-22T10:00:00',
        permissions: 'rwxr-x--x',
        owner: '1',
        group: '1',
      },
    ],
    [
      'lower_case.txt;1     5  1-JAN-2026 00:00:01 [ANNA] (R,R,R,R)',
      {
        name: 'lower_case.txt;1',
        type: 'file',
        modified: '2026-01-01T00:00:01',
        permissions: 'r--r--r--',
        owner: 'ANNA',
      },
    ],
    [
      'NO_EXTENSION.;1      5/9  1-JAN-2026 00:00 [ANNA] (R,R,R,R)',
      { name: 'NO_EXTENSION.;1', type: 'file', modified: '2026-01-01T00:00', permissions: 'r--r--r--', owner: 'ANNA' },
    ],
    [
      'A.B.C$D-E_F;32767    5/9  29-FEB-2024 23:59:59 [ANNA] (R,RWED,,)',
      {
        name: 'A.B.C$D-E_F;32767',
        type: 'file',
        modified: '2024-02-29T23:59:59',
        permissions: 'rwx------',
        owner: 'ANNA',
      },
    ],
    // no time, another order of columns
    [
      'OLD.TXT;2            1/3      20-NOV-2026           [ANNA]        (RWED,RWED,RE,)',
      { name: 'OLD.TXT;2', type: 'file', modified: '2026-11-20', owner: 'ANNA', permissions: 'rwxr-x---' },
    ],
    [
      'SUMMARY.TXT;1   [ANNA]    1/3     2-AUG-2026 13:05  (RWE,RWE,RE,)',
      { name: 'SUMMARY.TXT;1', type: 'file', modified: '2026-08-02T13:05', owner: 'ANNA', permissions: 'rwxr-x---' },
    ],
  ],
  noEntry: [
    'Directory DISK$USER:[ANNA]',
    'Directory ANONYMOUS_ROOT:[000000]',
    'Total of 3 files, 4/9 blocks',
    'Total of 1 file, 2 blocks',
    'Grand Total of 2 directories, 5 files',
  ],
  bad: [
    'LOGIN.COM;3',
    'LOGIN.COM;3 2/3',
    'LOGIN.COM 2/3 20-NOV-2026 10:00:00',
    'LOGIN.COM;3 2/3 31-NOV-2026 10:00:00',
    'LOGIN.COM;3 2/3 20-XXX-2026 10:00:00',
    'LOGIN.COM;x 2/3 20-NOV-2026 10:00:00',
    'LOGIN.COM;3 big 20-NOV-2026 10:00:00',
    '.DIR;1 1/3 20-NOV-2026 10:00:00',
    '%RMS-E-FNF, file not found',
  ],
};
