/** `rwxr-xr-x` as the nine bits 0o755; set-id and sticky letters (`s`, `t`) count as the execute bit they stand on. */
export const bitsOf = (permissions: string): number => {
  let bits = 0;
  for (const letter of permissions.slice(0, 9)) bits = (bits << 1) | (/[rwxst]/.test(letter) ? 1 : 0);
  return bits;
};

/** The nine bits as three octal digits. */
export const octalOf = (bits: number): string => bits.toString(8).padStart(3, '0');

/** Three octal digits as nine bits, or null where it is something else. */
export const parseOctal = (text: string): number | null =>
  /^[0-7]{3}$/.test(text.trim()) ? Number.parseInt(text.trim(), 8) : null;

export const WHO = ['owner', 'group', 'others'] as const;
export const MAY = ['read', 'write', 'execute'] as const;

/** The bit for `WHO[who]` and `MAY[may]`: 0o400 for the owner's reading. */
export const permissionBit = (who: number, may: number): number => 0o400 >> (who * 3 + may);

/** What a selection has in common: bits set in all of it, and bits set in only a part of it. */
export const commonBits = (all: readonly number[]): { readonly bits: number; readonly mixed: number } => {
  const every = all.reduce((common, bits) => common & bits, 0o777);
  const some = all.reduce((common, bits) => common | bits, 0);
  return all.length === 0 ? { bits: 0, mixed: 0 } : { bits: every, mixed: some & ~every };
};
