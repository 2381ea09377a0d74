/** Months as `ls` abbreviates them in the languages that servers are set to, one line a month. */
const NAMES: readonly (readonly string[])[] = [
  ['jän', 'jan', 'janv', 'ene', 'gen', 'sty', 'led', 'oca', 'tammi', 'янв'],
  ['feb', 'févr', 'fév', 'fev', 'febr', 'lut', 'úno', 'şub', 'helmi', 'фев'],
  ['mär', 'mrz', 'märz', 'mar', 'mars', 'mrt', 'márc', 'bře', 'maalis', 'мар'],
  ['apr', 'avril', 'avr', 'abr', 'kwi', 'dub', 'ápr', 'nis', 'huhti', 'апр'],
  ['may', 'mai', 'mag', 'mei', 'maj', 'máj', 'kvě', 'touko', 'май', 'мая'],
  ['jun', 'juni', 'juin', 'giu', 'cze', 'čen', 'jún', 'haz', 'kesä', 'июн'],
  ['jul', 'juli', 'juil', 'lug', 'lip', 'čec', 'júl', 'tem', 'heinä', 'июл'],
  ['aug', 'août', 'aoû', 'ago', 'sie', 'srp', 'ağu', 'elo', 'авг'],
  ['sep', 'sept', 'set', 'wrz', 'zář', 'szept', 'eyl', 'syys', 'сен'],
  ['oct', 'okt', 'ott', 'out', 'paź', 'říj', 'eki', 'loka', 'окт'],
  ['nov', 'lis', 'kas', 'marras', 'ноя'],
  ['dec', 'dez', 'déc', 'dic', 'des', 'gru', 'pro', 'ara', 'joulu', 'дек'],
];

/** In small letters, with a capital one in front, and in capital letters. */
const spellings = (name: string): readonly string[] => [
  name,
  name.slice(0, 1).toUpperCase() + name.slice(1),
  name.toUpperCase(),
];

/** As they come on the wire: one character for each byte, in UTF-8 and, where it has them all, in Latin-1. */
const MONTHS = new Map(
  NAMES.flatMap((names, index) =>
    names.flatMap(spellings).flatMap((name): [string, number][] => [
      [Buffer.from(name, 'utf8').toString('latin1'), index + 1],
      [name, index + 1],
    ]),
  ),
);

const DOT = 0x2e;
const COMMA = 0x2c;

/** The month, 1 to 12, that a word of one character for each byte names, with or without a dot or comma behind it; or 0. */
export const monthNamed = (word: string): number => {
  const last = word.charCodeAt(word.length - 1);
  return MONTHS.get(last === DOT || last === COMMA ? word.slice(0, -1) : word) ?? 0;
};
