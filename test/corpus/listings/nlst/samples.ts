import type { ListingSamples } from '../sample.ts';

const unknown = { type: 'unknown' } as const;

export const nlstSamples: ListingSamples = {
  kind: 'nlst',
  directory: '/home/anna',
  source: 'RFC 959 4.1.3 NLST; Pure-FTPd (with . and ..), wu-ftpd (./name), servers that write whole pathnames',
  now: '2026-11-21T12:00:00Z',
  good: [
    ['report.txt', { ...unknown, name: 'report.txt' }],
    ['two words', { ...unknown, name: 'two words' }],
    [' leading', { ...unknown, name: ' leading' }],
    ['trailing ', { ...unknown, name: 'trailing ' }],
    ['./report.txt', { ...unknown, name: 'report.txt' }],
    ['/home/anna/report.txt', { ...unknown, name: 'report.txt' }],
    ['.hidden', { ...unknown, name: '.hidden' }],
    ['-rw-r--r-- 1 a b 1 Nov 20 10:00 x', { ...unknown, name: '-rw-r--r-- 1 a b 1 Nov 20 10:00 x' }],
    ['Größe', { ...unknown, name: 'Größe' }],
    ['m\uDCFCll', { ...unknown, name: 'm\uDCFCll' }],
    ["'ANNA.SOURCE.COBOL'", { ...unknown, name: "'ANNA.SOURCE.COBOL'" }],
    ['LOGIN.COM;3', { ...unknown, name: 'LOGIN.COM;3' }],
  ],
  noEntry: ['.', '..', './.', '/home/anna/..'],
  bad: ['/home/anna', '/home/bert/report.txt', 'sub/report.txt', '../report.txt', '/home/anna/', '/home/anna/sub/x'],
};
