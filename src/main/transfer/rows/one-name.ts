import { sep } from 'node:path';

/** Whether a name of the local disk leads to one file of a folder, and nowhere else, when it is joined to its path. */
export const isOneName = (name: string): boolean =>
  name !== '' && name !== '.' && name !== '..' && !name.includes('/') && !name.includes(sep) && !name.includes('\0');
