/**
 * The nine characters that `ls` writes for a mode: 0o4755 is `rwsr-xr-x`.
 *
 * @param mode the twelve bits of permissions, set-user-ID, set-group-ID and sticky
 */
export const permissionsOfMode = (mode: number): string => {
  const known = written.get(mode);
  if (known !== undefined) return known;
  const text =
    triad(mode >> 6, (mode & 0o4000) !== 0, 's') +
    triad(mode >> 3, (mode & 0o2000) !== 0, 's') +
    triad(mode, (mode & 0o1000) !== 0, 't');
  written.set(mode, text);
  return text;
};

/** At most 4,096 of them. */
const written = new Map<number, string>();

const triad = (bits: number, special: boolean, letter: 's' | 't'): string => {
  const execute = (bits & 1) !== 0;
  const last = special ? (execute ? letter : letter.toUpperCase()) : execute ? 'x' : '-';
  return `${(bits & 4) !== 0 ? 'r' : '-'}${(bits & 2) !== 0 ? 'w' : '-'}${last}`;
};
