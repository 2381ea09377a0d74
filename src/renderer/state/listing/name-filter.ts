import { displayName } from '#shared/ftp/pathname.ts';
import { folded } from './type-to-find.ts';

/**
 * Which names a filter lets through: those that hold its text anywhere, whatever the case. With a `*` in it, the whole
 * name has to be like it: `*.jpg`, `img*2026*`. An empty one lets all through.
 */
export const nameFilter = (text: string): ((name: string) => boolean) => {
  const wanted = folded(text.trim());
  if (wanted === '') return () => true;
  const parts = wanted.split('*');
  if (parts.length === 1) return (name) => folded(displayName(name)).includes(wanted);
  return (name) => isLike(folded(displayName(name)), parts);
};

/** Each part is taken where it comes first: no way of placing them is tried twice, however many stars there are. */
const isLike = (name: string, [first = '', ...rest]: readonly string[]): boolean => {
  const last = rest.pop() ?? '';
  if (!name.startsWith(first) || name.length < first.length + last.length || !name.endsWith(last)) return false;
  const end = name.length - last.length;
  let at = first.length;
  for (const part of rest) {
    const found = name.indexOf(part, at);
    if (found < 0 || found + part.length > end) return false;
    at = found + part.length;
  }
  return true;
};
