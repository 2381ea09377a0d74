/** iconv-lite's names of the encodings that FTP servers are met with. */
export const ENCODINGS = [
  ...['utf8', 'windows-1252', 'iso-8859-1', 'iso-8859-15', 'windows-1250', 'iso-8859-2', 'windows-1251', 'koi8-r'],
  ...['shift_jis', 'euc-jp', 'gb18030', 'big5', 'euc-kr', 'cp437', 'cp850'],
] as const;

/** The encodings to choose from, with one among them that came from elsewhere. */
export const encodingsWith = (chosen: string | null): readonly string[] => {
  const known: readonly string[] = ENCODINGS;
  return chosen === null || known.includes(chosen) ? known : [...known, chosen];
};
