import { describe } from 'vitest';
import type { Combination } from './combinations.ts';
import type { Corpus } from './corpora.ts';
import { describeMatrix } from './matrix.ts';

/** One of each kind of type: the print format and TYPE L change no byte. */
const which = ({ name }: Combination): boolean => /^TYPE (A N|E N|I) STRU/.test(name);
/** What is large goes once through each mode. */
const files = ({ large }: Corpus, { name }: Combination): boolean => !large || name.startsWith('TYPE I STRU F');

describe.each([
  ['passive', 'EPSV'],
  ['active', 'EPRT'],
] as const)('over TLS, %s', (_, port) => {
  describeMatrix(port, { script: { tls: {} }, which, files });
});
