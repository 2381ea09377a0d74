import type { ListingContext, ListingFormat, ParsedLine } from './listing-format.ts';

/** How many lines may wait for a decision while several formats understand all of them. */
const MOST_LINES_HELD = 20;

/** A format that understands this many lines in a row which the settled one does not takes its place. */
const LINES_TO_UNSETTLE = 3;

type LineParser = (line: string) => ParsedLine;

/** Which of the formats a listing is in, found out by what parses and never by what the server calls itself. */
export interface FormatChoice {
  /** Takes a line; it, and any lines held before it, come out as soon as it is clear who reads them. */
  add(line: string): void;
  /** No more lines: those still held come out. */
  end(): void;
}

/**
 * The formats compete over the first lines: one is settled on when it has understood more of them than every other.
 * From then on it is asked first, and the others only about what it does not understand.
 *
 * @param formats the more usual first: it wins where nothing tells them apart
 */
export const createFormatChoice = (
  formats: readonly ListingFormat[],
  context: ListingContext,
  onParsed: (line: string, parsed: ParsedLine) => void,
): FormatChoice => {
  const parsers = formats.map((format) => format.begin(context));
  const understood = formats.map(() => 0);
  let held: string[] = [];
  let settled: LineParser | null = null;
  let rival: LineParser | null = null;
  let rivalLines = 0;

  const compete = (line: string): void => {
    held.push(line);
    parsers.forEach((parse, index) => {
      if (parse(line) !== null) understood[index] = (understood[index] ?? 0) + 1;
    });
    const most = Math.max(...understood);
    const leaders = parsers.filter((_, index) => understood[index] === most);
    const clear = leaders.length === 1 && formats[understood.indexOf(most)]?.looksAhead !== true;
    if (clear || held.length >= MOST_LINES_HELD) settle(leaders[0] ?? null);
  };

  const settle = (parser: LineParser | null): void => {
    settled = parser;
    const lines = held;
    held = [];
    for (const line of lines) read(line);
  };

  const read = (line: string): void => {
    const parsed = settled?.(line) ?? null;
    if (parsed !== null) {
      rivalLines = 0;
      onParsed(line, parsed);
    } else {
      onParsed(line, askOthers(line));
    }
  };

  const askOthers = (line: string): ParsedLine => {
    for (const parse of parsers) {
      const parsed = parse === settled ? null : parse(line);
      if (parsed === null) continue;
      rivalLines = rival === parse ? rivalLines + 1 : 1;
      rival = parse;
      if (rivalLines >= LINES_TO_UNSETTLE) settled = parse;
      return parsed;
    }
    return null;
  };

  return {
    add: (line) => (settled === null ? compete(line) : read(line)),
    end: () => settle(settled ?? parsers[understood.indexOf(Math.max(...understood))] ?? null),
  };
};
