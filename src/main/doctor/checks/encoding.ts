import { displayName, hasEscapedBytes } from '#shared/ftp/pathname.ts';
import type { Check } from '../course.ts';
import { finding } from '../finding.ts';

/** Whether the names in the listing can be read. */
export const encoding: Check = async function* (course) {
  const { mlsd, list } = course.listed;
  const names = (mlsd ?? list ?? []).map(({ name }) => name);
  const odd = names.filter(hasEscapedBytes);
  const chosen = course.options.encoding;
  if (names.length === 0) yield finding('encoding', 'noNames');
  else if (odd.length > 0) {
    const facts = { number: odd.length, name: displayName(odd[0] ?? '') };
    yield finding('encoding', 'unknown', { facts, evidence: odd.slice(0, 20).map(displayName) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is looked for
  } else if (names.every((name) => /^[\u0000-\u007F]*$/.test(name))) yield finding('encoding', 'plain');
  else yield finding('encoding', chosen === 'auto' ? 'utf8' : 'chosen', { facts: { encoding: chosen } });
  return 'go-on';
};
