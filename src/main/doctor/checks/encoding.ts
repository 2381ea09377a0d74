import { displayName, hasEscapedBytes, type Pathname } from '#shared/ftp/pathname.ts';
import type { FindingOf } from '#shared/model/diagnosis.ts';
import { pathnameCodec, utf8Codec } from '../../ftp/name-codec.ts';
import type { Check, Subject } from '../course.ts';
import { finding } from '../finding.ts';

/** Whether the names in the listing can be read, and as what. */
export const encoding: Check = async function* (course) {
  const { mlsd, list } = course.listed;
  const names = (mlsd ?? list ?? []).map(({ name }) => name);
  yield await judgeNames(names, course.subject.settings.encoding, course.subject.guessEncoding);
  return 'go-on';
};

/**
 * @param names as UTF-8, with the bytes that are not kept as they are
 * @param chosen the site's encoding, or `auto`
 */
export const judgeNames = async (
  names: readonly Pathname[],
  chosen: string,
  guess: Subject['guessEncoding'],
): Promise<FindingOf<'encoding'>> => {
  if (names.length === 0) return finding('encoding', 'noNames');
  const telling = names.filter((name) => !isAscii(name));
  const [first] = telling;
  if (first === undefined) return finding('encoding', 'plain');
  const odd = telling.filter(hasEscapedBytes);
  const isUtf8 = chosen === 'auto' || /^utf-?8$/i.test(chosen);
  if (odd.length === 0) {
    if (isUtf8) return finding('encoding', 'utf8');
    const facts = { chosen, name: displayName(first) };
    // Hardly anything but UTF-8 is well-formed UTF-8.
    return finding('encoding', 'isUtf8', { facts, fix: { encoding: 'auto' } });
  }
  if (!isUtf8 && !(await readAs(odd, chosen)).some(hasEscapedBytes)) {
    return finding('encoding', 'chosen', { facts: { encoding: chosen } });
  }
  const guessed = await guess(names);
  const number = odd.length;
  if (guessed === null) {
    const evidence = odd.slice(0, SHOWN).map(displayName);
    return finding('encoding', 'unknown', { facts: { number, name: evidence[0] ?? '' }, evidence });
  }
  const evidence = (await readAs(odd.slice(0, SHOWN), guessed)).map(displayName);
  const facts = { number, encoding: guessed, name: evidence[0] ?? '' };
  return finding('encoding', 'other', { facts, evidence, fix: { encoding: guessed } });
};

const SHOWN = 20;

const readAs = async (names: readonly Pathname[], encoding: string): Promise<readonly string[]> => {
  const codec = await pathnameCodec(encoding);
  return names.map((name) => codec.decode(utf8Codec.encode(name)));
};

const isAscii = (name: string): boolean => {
  for (let at = 0; at < name.length; at += 1) if (name.charCodeAt(at) >= 0x80) return false;
  return true;
};
