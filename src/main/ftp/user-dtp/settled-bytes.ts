/** Checkpoints kept while the sink is at work: the latest tell all that matters. */
const MOST_WAITING = 64;

/** What has been handed to a sink, told of in the order of the file however its promises settle. */
export interface SettledBytes {
  /** Bytes are handed over; the answer is to be called when the sink has them. */
  handOver(length: number): () => void;
  /** Something to be done when the sink has all bytes up to there, counted from the first one handed over. */
  when(bytes: number, done: () => void): void;
}

export const createSettledBytes = (): SettledBytes => {
  const outstanding: { end: number; settled: boolean }[] = [];
  const waiting: { readonly bytes: number; readonly done: () => void }[] = [];
  let handed = 0;
  let settledTo = 0;

  const tell = (): void => {
    while (waiting[0] !== undefined && waiting[0].bytes <= settledTo) waiting.shift()?.done();
  };
  return {
    handOver(length) {
      handed += length;
      const part = { end: handed, settled: false };
      outstanding.push(part);
      return () => {
        part.settled = true;
        while (outstanding[0]?.settled === true) settledTo = outstanding.shift()?.end ?? settledTo;
        tell();
      };
    },
    when(bytes, done) {
      waiting.push({ bytes, done });
      if (waiting.length > MOST_WAITING) waiting.shift();
      tell();
    },
  };
};
