import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { askLine, askSecretly } from '../../../src/main/cli/questions.ts';

const terminal = () => {
  const input = Object.assign(new PassThrough(), {
    modes: [] as boolean[],
    setRawMode(raw: boolean) {
      input.modes.push(raw);
    },
  });
  const output = new PassThrough();
  const shown = (): string => String(output.read() ?? '');
  return { input, output, shown };
};

test('a secret is not shown, and the terminal is left as it was', async () => {
  const { input, output, shown } = terminal();
  const answer = askSecretly(input, output, 'Password: ', () => {});
  input.write('sä');
  input.write('x\u007Fcret\r');
  expect(await answer).toBe('säcret');
  expect(shown()).toBe('Password: \n');
  expect(input.modes).toEqual([true, false]);
});

test('Ctrl-U begins again, Ctrl-C interrupts, the end of the input gives up', async () => {
  const first = terminal();
  const answer = askSecretly(first.input, first.output, '', () => {});
  first.input.write('wrong\u0015right\n');
  expect(await answer).toBe('right');

  const second = terminal();
  let interrupted = 0;
  const refused = askSecretly(second.input, second.output, '', () => {
    interrupted += 1;
  });
  second.input.write('x\u0003');
  await expect(refused).rejects.toThrow('cancelled');
  expect(interrupted).toBe(1);

  const third = terminal();
  const ended = askSecretly(third.input, third.output, '', () => {});
  third.input.end();
  await expect(ended).rejects.toThrow('cancelled');
});

test('a line is asked for until the signal fires', async () => {
  const { input, output, shown } = terminal();
  const answer = askLine(input, output, 'Well? ', new AbortController().signal);
  input.write('yes\n');
  expect(await answer).toBe('yes');
  expect(shown()).toContain('Well? ');

  const abort = new AbortController();
  const refused = askLine(new PassThrough(), new PassThrough(), '', abort.signal);
  abort.abort();
  await expect(refused).rejects.toThrow('cancelled');
});
