/**
 * The nine characters of `ls` for a POSIX mode: `rwxr-xr-x`, with s, S, t and T where the set-user-id, set-group-id
 * and sticky bits are.
 */
export const permissionsOf = (mode: number): string => {
  const letters = [...'rwxrwxrwx'].map((letter, index) => ((mode >> (8 - index)) & 1 ? letter : '-'));
  const special = (bit: number, index: number, letter: string): void => {
    if (mode & bit) letters[index] = letters[index] === 'x' ? letter : letter.toUpperCase();
  };
  special(0o4000, 2, 's');
  special(0o2000, 5, 's');
  special(0o1000, 8, 't');
  return letters.join('');
};

/** The mode those nine characters mean; null where they are not nine such characters. */
export const modeOf = (permissions: string): number | null => {
  if (!/^(?:[r-][w-][xsS-]){2}[r-][w-][xtT-]$/.test(permissions)) return null;
  let mode = 0;
  for (const letter of permissions) mode = (mode << 1) | (/[rwxst]/.test(letter) ? 1 : 0);
  if (/[sS]/.test(permissions.charAt(2))) mode |= 0o4000;
  if (/[sS]/.test(permissions.charAt(5))) mode |= 0o2000;
  if (/[tT]/.test(permissions.charAt(8))) mode |= 0o1000;
  return mode;
};
