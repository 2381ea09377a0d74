import type { ListingSamples } from '../sample.ts';

export const jesSamples: ListingSamples = {
  kind: 'list',
  source: "IBM, z/OS Communications Server: IP User's Guide and Commands, interfacing with JES",
  now: '2026-11-21T12:00:00Z',
  good: [
    [
      'PAYROLL  JOB01234 ANNA     OUTPUT A        RC=0000 3 spool files',
      { name: 'JOB01234', type: 'file', owner: 'ANNA' },
    ],
    ['PAYROLL  JOB01235 ANNA     ACTIVE A', { name: 'JOB01235', type: 'file', owner: 'ANNA' }],
    ['PAYROLL  JOB01236 ANNA     INPUT  A        -DUP-', { name: 'JOB01236', type: 'file', owner: 'ANNA' }],
    ['PAYROLL  JOB01237 OUTPUT    3 Spool Files', { name: 'JOB01237', type: 'file' }],
    ['PAYROLL  JOB01238 INPUT', { name: 'JOB01238', type: 'file' }],
    ['ANNA     TSU00042 ANNA     ACTIVE TSU', { name: 'TSU00042', type: 'file', owner: 'ANNA' }],
    [
      'TCPIP    STC00007 STCUSER  OUTPUT STC      ABEND=622 1 spool files',
      { name: 'STC00007', type: 'file', owner: 'STCUSER' },
    ],
    [
      'BIG      J0123456 ANNA     OUTPUT A        (JCL error) 2 spool files',
      { name: 'J0123456', type: 'file', owner: 'ANNA' },
    ],
  ],
  noEntry: ['JOBNAME  JOBID    OWNER    STATUS CLASS'],
  bad: [
    'PAYROLL  JOB01234',
    'PAYROLL  JOB1 ANNA OUTPUT A',
    'PAYROLL  JOB01234 ANNA     SLEEPING A',
    'TOOLONGNAME JOB01234 ANNA OUTPUT A',
    'No jobs found on JES queue',
  ],
};
