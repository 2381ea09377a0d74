import { hasEscapedBytes, type Pathname } from '#shared/ftp/pathname.ts';
import { pathnameCodec, utf8Codec } from '../../ftp/name-codec.ts';
import { LANGUAGES, type Language } from './languages.ts';

/** Below this the names look like nothing known: half of what is beyond ASCII may be anything. */
const LEAST_SCORE = 0.5;

/** A guess must be this much better than the next that would show other names. */
const LEAST_LEAD = 0.1;

const USUAL = 1;
const SELDOM = 0.5;
/** A letter that this language does not have, or hardly. */
const UNUSUAL_LETTER = -0.4;
/** Signs, boxes and what stands for no character at all, in the middle of names. */
const NO_LETTER = -1;
/** `cafÚ`, `ПРиВЕТ`: a capital behind a small letter, or another script in the middle of a word. */
const ODD_BESIDE = -0.7;

/** Marks that names of every language have. */
const MARKS = /[\u2010-\u2015\u2018-\u201E\u2026\u00B0\u00A7\u00B7\u3000-\u3002\u3008-\u3011\uFF01-\uFF5E]/;
const LETTER = /\p{L}|\p{M}/u;

interface Candidate {
  readonly encoding: string;
  readonly score: number;
  readonly texts: readonly string[];
}

/**
 * What names that are not UTF-8 are in. Every encoding that can read all of them is weighed by how many of the
 * characters beyond ASCII belong to one language, and by what stands beside them.
 *
 * @param names as listed; those that are UTF-8 tell nothing and are left out
 * @returns iconv-lite's name; null where nothing fits, or two fit about as well and would show other names
 */
export const guessEncoding = async (names: readonly Pathname[]): Promise<string | null> => {
  const samples = names.filter(hasEscapedBytes).map((name) => utf8Codec.encode(name));
  if (samples.length === 0) return null;
  const candidates: Candidate[] = [];
  for (const [encoding, languages] of byEncoding()) {
    const codec = await pathnameCodec(encoding);
    const texts = samples.map((bytes) => codec.decode(bytes));
    if (texts.some(hasEscapedBytes)) continue;
    const score = Math.max(...languages.map((language) => scoreOf(texts, language)));
    candidates.push({ encoding, score, texts });
  }
  const best = candidates.reduce<Candidate | null>((a, b) => (a !== null && a.score >= b.score ? a : b), null);
  if (best === null || best.score < LEAST_SCORE) return null;
  const rivals = candidates.filter(({ score }) => best.score - score < LEAST_LEAD);
  return rivals.every(({ texts }) => texts.every((text, at) => text === best.texts[at])) ? best.encoding : null;
};

/** Each encoding once, in the order of the languages, with all that are written in it. */
const byEncoding = (): ReadonlyMap<string, readonly Language[]> => {
  const found = new Map<string, Language[]>();
  for (const language of LANGUAGES) {
    for (const encoding of language.encodings) found.set(encoding, [...(found.get(encoding) ?? []), language]);
  }
  return found;
};

/** 1 where all characters beyond ASCII are the language's, less where some are not. */
const scoreOf = (texts: readonly string[], language: Language): number => {
  let sum = 0;
  let count = 0;
  for (const text of texts) {
    let before = '';
    for (const character of text) {
      if (character >= '\u0080') {
        count += 1;
        sum += weightOf(character, language);
      }
      if ((character >= '\u0080' || before >= '\u0080') && isOddBehind(before, character, language)) sum += ODD_BESIDE;
      before = character;
    }
  }
  return count === 0 ? 0 : sum / count;
};

const weightOf = (character: string, { usual, seldom }: Language): number => {
  if (usual.has(character)) return USUAL;
  if (seldom.has(character)) return SELDOM;
  if (MARKS.test(character)) return 0;
  return LETTER.test(character) ? UNUSUAL_LETTER : NO_LETTER;
};

/** Whether a letter beyond ASCII does not go with the letter before it. */
const isOddBehind = (before: string, character: string, { among }: Language): boolean => {
  if (!LETTER.test(before) || !LETTER.test(character)) return false;
  if (among === 'own' && before < '\u0080' !== character < '\u0080') return true;
  return isSmall(before) && isCapital(character);
};

const isSmall = (character: string): boolean => character !== character.toUpperCase();
const isCapital = (character: string): boolean => character !== character.toLowerCase();
