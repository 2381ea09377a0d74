import { nameLength } from './local-path.ts';

const SUFFIX = '.longshore-part';
const LONGEST_NAME = 255;

/** Whether a file of this name is an unfinished one of ours. */
export const isPartName = (name: string): boolean => name.endsWith(SUFFIX);

/**
 * What the unfinished `name` is called, in the folder where it will stand, here and on a server:
 * `.name.longshore-part`, or by a digest of the name where that would be too long for a file system.
 */
export const partName = (name: string): string => hiddenName(name, SUFFIX);

/** What a file is called for the moment in which another takes its place: `.name.longshore-old`. */
export const asideName = (name: string): string => hiddenName(name, '.longshore-old');

/** What a received file is called of which the server says that it may be wrong: `name.suspect`. */
export const suspectName = (name: string): string => {
  const plain = `${name}.suspect`;
  return nameLength(plain) <= LONGEST_NAME ? plain : `${digestOf(name)}.suspect`;
};

const hiddenName = (name: string, suffix: string): string => {
  const plain = `.${name}${suffix}`;
  if (nameLength(plain) <= LONGEST_NAME) return plain;
  return `.${digestOf(name)}${suffix}`;
};

const digestOf = (name: string): string => {
  // Not imported: few names are that long, and it takes its time to load.
  const { createHash } = process.getBuiltinModule('node:crypto');
  return createHash('sha256').update(name, 'utf16le').digest('hex').slice(0, 32);
};
