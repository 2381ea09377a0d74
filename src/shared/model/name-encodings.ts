/**
 * The encodings that names of files may be in, by the writing they are for: all of iconv-lite's that leave ASCII as it
 * is and differ from each other, as iconv-lite and most other programs call them. Others it does not have twice: its
 * `gb2312` is cp936, `latin1` is iso-8859-1, `shift_jis` is Microsoft's with its additions.
 */
export const NAME_ENCODINGS = {
  unicode: ['utf-8', 'cesu-8'],
  western: ['windows-1252', 'iso-8859-1', 'iso-8859-15', 'cp850', 'cp437', 'cp858', 'macroman', 'hp-roman8'],
  nordic: ['cp865', 'cp861', 'iso-8859-10', 'maciceland'],
  celtic: ['iso-8859-14'],
  romance: ['cp860', 'cp863', 'iso-8859-3'],
  centralEuropean: ['windows-1250', 'iso-8859-2', 'cp852', 'maccenteuro', 'maccroatian', 'macromania', 'iso-8859-16'],
  baltic: ['windows-1257', 'iso-8859-13', 'iso-8859-4', 'cp775', 'cp922'],
  cyrillic: [
    ...['windows-1251', 'koi8-r', 'koi8-u', 'cp866', 'iso-8859-5', 'cp855', 'maccyrillic', 'macukraine'],
    ...['cp1125', 'cp1124', 'cp808', 'mik', 'koi8-ru', 'koi8-t', 'rk1048', 'pt154'],
  ],
  greek: ['windows-1253', 'iso-8859-7', 'cp737', 'cp869', 'macgreek'],
  turkish: ['windows-1254', 'iso-8859-9', 'cp857', 'macturkish'],
  hebrew: ['windows-1255', 'iso-8859-8', 'cp862', 'cp856'],
  arabic: ['windows-1256', 'iso-8859-6', 'cp720', 'cp1046'],
  caucasian: ['georgianacademy', 'georgianps'],
  southEastAsian: [
    ...['windows-874', 'tis-620', 'iso-8859-11', 'cp1161', 'cp1162', 'macthai'],
    ...['windows-1258', 'cp1129', 'cp1163', 'cp1133'],
  ],
  japanese: ['shift_jis', 'euc-jp'],
  chineseSimplified: ['gb18030', 'cp936'],
  chineseTraditional: ['big5', 'cp950'],
  korean: ['euc-kr'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type NameEncodingGroup = keyof typeof NAME_ENCODINGS;

/** How the names of a connected site are read. */
export interface NameReading {
  /** iconv-lite's name of what the person chose, or `auto`. */
  readonly chosen: string;
  /** With `auto`: what names that are not UTF-8 look like; null while none came, or where they look like nothing known. */
  readonly guessed: string | null;
}
