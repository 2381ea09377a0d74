import { expect, test } from 'vitest';
import { run } from './run.ts';

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
