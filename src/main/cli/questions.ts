import type { Readable, Writable } from 'node:stream';
import { FaultError } from '#shared/fault.ts';

/** What of a terminal's input a hidden answer needs. */
export type KeyInput = Readable & { setRawMode?(raw: boolean): unknown };

/** Asks for one line. Faults: `cancelled` when `signal` fires first. */
export const askLine = async (
  input: Readable,
  output: Writable,
  question: string,
  signal: AbortSignal,
): Promise<string> => {
  // Most command lines ask nothing, and Node's readline takes as long to load as a directory to list.
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input, output });
  try {
    return await lines.question(question, { signal });
  } catch (thrown) {
    if (signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
    throw thrown;
  } finally {
    lines.close();
  }
};

const ENTER = /[\r\n]/;
const INTERRUPT = '\u0003';
const END_OF_INPUT = '\u0004';
const ERASE = /[\b\u007F]/;
const ERASE_ALL = '\u0015';

/**
 * Asks for a line that is not shown. The terminal is in raw mode meanwhile, so Ctrl-C comes as a character: it calls
 * `interrupt` and ends in the fault `cancelled`, as does the end of the input.
 */
export const askSecretly = (
  input: KeyInput,
  output: Writable,
  question: string,
  interrupt: () => void,
): Promise<string> =>
  new Promise((resolve, reject) => {
    let typed: string[] = [];
    const stop = (): void => {
      input.off('data', take);
      input.off('end', cancel);
      input.setRawMode?.(false);
      input.pause();
      output.write('\n');
    };
    const cancel = (): void => {
      stop();
      reject(new FaultError({ kind: 'cancelled', stage: 'logging-in' }));
    };
    const take = (data: Buffer | string): void => {
      for (const key of data.toString()) {
        if (ENTER.test(key)) {
          stop();
          resolve(typed.join(''));
          return;
        }
        if (key === INTERRUPT || key === END_OF_INPUT) {
          if (key === INTERRUPT) interrupt();
          cancel();
          return;
        }
        if (ERASE.test(key)) typed.pop();
        else if (key === ERASE_ALL) typed = [];
        else typed.push(key);
      }
    };
    output.write(question);
    input.setRawMode?.(true);
    input.on('data', take);
    input.once('end', cancel);
    input.resume();
  });
