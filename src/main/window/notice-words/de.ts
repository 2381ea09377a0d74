import type { NoticeWords } from './en.ts';

const count = new Intl.NumberFormat('de');

const transfers = (number: number): string =>
  `${count.format(number)} ${number === 1 ? 'Übertragung' : 'Übertragungen'}`;

export const de: NoticeWords = {
  allDone: 'Alle Übertragungen sind fertig',
  someFailed: 'Die Übertragungen sind zu Ende, nicht alle gut',
  outcome: (done, failed) =>
    failed === 0 ? `${transfers(done)} fertig.` : `${transfers(done)} fertig, ${count.format(failed)} gescheitert.`,
  sleepFailed: 'Der Computer ist nicht in den Ruhezustand gegangen',
};
