const count = new Intl.NumberFormat('en');

const transfers = (number: number): string => `${count.format(number)} ${number === 1 ? 'transfer' : 'transfers'}`;

export const en = {
  allDone: 'All transfers are done',
  someFailed: 'Transfers are done, not all of them well',
  /** `failed`: failed, or nobody can say. */
  outcome: (done: number, failed: number): string =>
    failed === 0 ? `${transfers(done)} done.` : `${transfers(done)} done, ${count.format(failed)} failed.`,
  sleepFailed: 'The computer did not go to sleep',
};

export type NoticeWords = Readonly<typeof en>;
