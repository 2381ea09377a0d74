import { expect, test } from 'vitest';
import { jsonLines, run, serve, urlOf } from './run.ts';

const CLEAR = ['--tls', 'off'];
const FILES = { 'docs/a.txt': 'hello', 'docs/sub/c': 'third' } as const;

test('a file goes from one server to the other', async () => {
  const from = await serve({ files: FILES });
  const to = await serve();
  const { status, errors } = await run(['cp', urlOf(from, 'docs/a.txt'), urlOf(to, 'b.txt'), ...CLEAR]);
  expect({ status, errors }).toMatchObject({ status: 0, errors: expect.stringMatching(/^1 file done, /) });
  expect((await to.content('/b.txt')).toString()).toBe('hello');
});

test('-r takes a folder with all it holds, with an object for each file', async () => {
  const from = await serve({ files: FILES });
  const to = await serve({ files: { 'into/': '' } });
  const { status, output } = await run(['cp', '-r', '--json', urlOf(from, 'docs/'), urlOf(to, 'into'), ...CLEAR]);
  expect(status).toBe(0);
  expect((await to.content('/into/docs/sub/c')).toString()).toBe('third');
  expect(jsonLines(output).at(-1)).toMatchObject({ summary: { done: 2, failed: 0 } });
});

test.each([
  [['ftp://one/a'], 'cp takes two URLs'],
  [['ftp://one/a', 'ftp://two/', 'ftp://three/'], 'cp takes two URLs'],
  [['ftp://one/docs/', 'ftp://two/'], 'cp takes folders with -r only'],
  [['ftp://one/a', 'there'], 'the URL does not begin with ftp://'],
])('%j', async (operands, sentence) => {
  const { status, errors } = await run(['cp', ...operands]);
  expect(status).toBe(2);
  expect(errors).toContain(sentence);
});
