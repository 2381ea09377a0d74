import { describe, expect, test } from 'vitest';
import type { TransferWords } from '../../../src/main/cli/options.ts';
import { transferChoice } from '../../../src/main/cli/transfer-choice.ts';
import { UsageError } from '../../../src/main/cli/usage-error.ts';
import { DEFAULT_TRANSFER_CHOICE } from '../../../src/shared/ftp/transfer-parameters.ts';
import type { FtpUrl } from '../../../src/shared/ftp-url.ts';

const NOTHING: TransferWords = {
  type: null,
  format: null,
  structure: null,
  mode: null,
  codePage: null,
  recordForm: null,
};

const choose = (words: Partial<TransferWords>, type: FtpUrl['type'] = null, resume = false) =>
  transferChoice({ transfer: { ...NOTHING, ...words }, resume }, { type });

test('without a word files go as they are', () => {
  expect(choose({})).toEqual(DEFAULT_TRANSFER_CHOICE);
});

test.each([
  [{ type: 'a' }, { type: { type: 'A', format: 'N' } }],
  [{ type: 'a', format: 't' }, { type: { type: 'A', format: 'T' } }],
  [
    { type: 'e', format: 'c', codePage: '1047' },
    { type: { type: 'E', format: 'C' }, codePage: '1047' },
  ],
  [{ type: 'l8' }, { type: { type: 'L', byteSize: 8 } }],
  [
    { structure: 'record', recordForm: 'prefixed' },
    { structure: 'R', recordForm: 'prefixed' },
  ],
  [
    { structure: 'page', mode: 'block' },
    { structure: 'P', mode: 'B' },
  ],
  [{ mode: 'compressed' }, { mode: 'C' }],
  [{ mode: 'deflate' }, { mode: 'Z' }],
] as const)('%j', (words, expected) => {
  expect(choose(words)).toMatchObject(expected);
});

describe('the type of the URL', () => {
  test.each([
    ['a', { type: 'A', format: 'N' }],
    ['e', { type: 'E', format: 'N' }],
    ['i', { type: 'I' }],
    // RFC 1738 3.2.2: a listing, which says nothing of files.
    ['d', { type: 'L', byteSize: 8 }],
  ] as const)(';type=%s goes before --type', (type, expected) => {
    expect(choose({ type: 'l8' }, type).type).toEqual(expected);
  });

  test('gives --format and --code-page their meaning', () => {
    expect(choose({ format: 'c', codePage: '273' }, 'e')).toMatchObject({
      type: { type: 'E', format: 'C' },
      codePage: '273',
    });
  });
});

describe('refused, before anything is sent', () => {
  const refusal = (...args: Parameters<typeof choose>): string => {
    try {
      choose(...args);
    } catch (thrown) {
      if (thrown instanceof UsageError) return thrown.message;
      throw thrown;
    }
    throw new Error('not refused');
  };

  test.each([
    [{ format: 'c' }, /^--format .* needs --type a or e$/],
    [{ type: 'i', format: 'n' }, /^--format .* needs --type a or e$/],
    [{ type: 'a', codePage: '037' }, /^--code-page .* needs --type e$/],
    [{ recordForm: 'lines' }, /^--record-form .* needs --structure record$/],
    [{ type: 'a', structure: 'page' }, /^--structure page goes with --type i and l8 only/],
    [{ type: 'e', structure: 'page', mode: 'block' }, /^--structure page goes with --type i and l8 only/],
  ] as const)('%j', (words, sentence) => {
    expect(refusal(words)).toMatch(sentence);
  });

  test.each([
    [{ mode: 'block' }, /^--resume needs --mode stream/],
    [{ mode: 'compressed' }, /^--resume needs --mode stream/],
    [{ mode: 'deflate' }, /^--resume needs --type i, --structure file and --mode stream/],
    [{ type: 'a' }, /^--resume needs --type i, --structure file and --mode stream/],
    [{ structure: 'page' }, /^--resume needs --type i, --structure file and --mode stream/],
  ] as const)('--resume with %j', (words, sentence) => {
    expect(refusal(words, null, true)).toMatch(sentence);
  });

  test('--resume with the type of the URL', () => {
    expect(refusal({}, 'a', true)).toMatch(/^--resume needs --type i/);
  });
});

test('--resume goes with bytes of whichever name', () => {
  expect(choose({ type: 'l8' }, null, true).type).toEqual({ type: 'L', byteSize: 8 });
  expect(choose({}, 'i', true).type).toEqual({ type: 'I' });
});
