import { expect, test } from 'vitest';
import { IMAGE } from '#shared/ftp/transfer-parameters.ts';
import { intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

test('every reply one byte at a time: login, listing, transfer', async () => {
  const content = sampleBytes(5_000);
  const { ftp } = await loggedIn({ bytesAtATime: 1, files: { 'a.bin': content } });
  const names: string[] = [];
  const onEntries = (entries: readonly { readonly name: string }[]): void => {
    names.push(...entries.map(({ name }) => name));
  };
  await ftp.list('/', { signal: null, onEntries });
  expect(names).toEqual(['a.bin']);
  const sink = intoMemory();
  await ftp.retrieve('/a.bin', sink, transferOptions(IMAGE));
  expect(sink.content().equals(content)).toBe(true);
});

test('a reply of several lines with lines that look like its end', async () => {
  const { ftp } = await loggedIn({
    replies: { STAT: '211-Status\r\n 211 not yet\r\n226 nor now\r\n211-still\r\n211 End\r\n' },
  });
  expect((await ftp.raw('STAT')).replies).toEqual([
    { code: 211, lines: ['Status', ' 211 not yet', '226 nor now', 'still', 'End'] },
  ]);
});

test('an unsolicited reply is left aside, and the dialogue stays in step', async () => {
  const { ftp, notes } = await loggedIn({ replies: { NOOP: { after: '211 by the way' } } });
  await ftp.noop();
  expect(await ftp.workingDirectory()).toBe('/');
  expect(notes).toContain('that reply answers no command of ours; it is left aside');
});

test('a reply without end is given up', async () => {
  const { ftp } = await loggedIn({ replies: { STAT: { endless: 'reply' } } });
  await expect(ftp.raw('STAT')).rejects.toThrow('reply-too-long');
  expect(ftp.closed).toBe(true);
});
