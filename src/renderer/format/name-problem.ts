/** Why a name cannot be given to a file, or null where it can; the words are `browse:nameProblem.<problem>`. */
export type NameProblem = 'empty' | 'separator' | 'dots' | 'control';

export const nameProblem = (name: string): NameProblem | null => {
  if (name.trim() === '') return 'empty';
  if (name === '.' || name === '..') return 'dots';
  if (name.includes('/') || name.includes('\\')) return 'separator';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
  if (/[\u0000-\u001F\u007F]/.test(name)) return 'control';
  return null;
};

/** How much of a name the cursor should select for renaming: all but the ending, which mostly stays. */
export const stemLength = (name: string, isFolder: boolean): number => {
  const dot = name.lastIndexOf('.');
  return isFolder || dot <= 0 ? name.length : dot;
};
