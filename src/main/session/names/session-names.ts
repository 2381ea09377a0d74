import { hasEscapedBytes, type Pathname } from '#shared/ftp/pathname.ts';
import type { NameReading } from '#shared/model/name-encodings.ts';
import { type PathnameCodec, pathnameCodec, utf8Codec } from '../../ftp/name-codec.ts';
import { isUtf8Encoding } from './utf8-encoding.ts';

/**
 * How the names of one server read. Everywhere in the program a pathname stands for its bytes and is the same whatever
 * encoding is chosen; text is made of it only where a person or a local disk needs one, and that can be made anew at any
 * time. So what was listed with one encoding is fetched, renamed and deleted with another by the very bytes it came with.
 */
export interface Names {
  /** As text, in a form that loses nothing: bytes that are no character in the encoding stay U+DC80 to U+DCFF. */
  read(path: Pathname): string;
  /**
   * The pathname of a text: what a person typed, or what a local file is called. `write` of what `read` answered is the
   * same pathname again.
   * Faults: `refused-here: bad-input` for a character that the encoding does not have.
   */
  write(text: string): Pathname;
  /** As `read`, for a line of the dialogue, which is no name that could be typed. */
  show(line: string): string;
}

/** Names as they are, for a server whose pathnames are text already. */
export const PLAIN_NAMES: Names = { read: (path) => path, write: (text) => text, show: (line) => line };

export interface SessionNames extends Names {
  readonly reading: NameReading;
  /** Settles when names can be read. Faults: `refused-here: bad-input` for an encoding that nobody knows. */
  ready(): Promise<void>;
  /** From now on names are read with another encoding. Faults as of `ready`; nothing has changed then. */
  choose(encoding: string): Promise<void>;
  /** What names that are not UTF-8 look like; heeded while no encoding is chosen. */
  guess(encoding: string): Promise<void>;
}

/** So many names that were read by a guess are known by their text; of further ones only the text is shown. */
const MOST_GUESSED = 100_000;

/**
 * The names of one server. With `auto` a name that is well-formed UTF-8 is UTF-8, whatever others beside it are in; for
 * those that are not a guess is good enough to be shown, but not to write with: a new name is in UTF-8, and only the text
 * of a name that was shown leads back to that name's bytes.
 */
export const createSessionNames = (chosen: string, guessed: string | null): SessionNames => {
  let reading: NameReading = { chosen, guessed };
  let codec: PathnameCodec = utf8Codec;
  const byText = new Map<string, Pathname>();

  const use = async (next: NameReading): Promise<void> => {
    codec = await pathnameCodec(next.chosen === 'auto' ? (next.guessed ?? 'auto') : next.chosen);
    reading = next;
    byText.clear();
  };
  const loaded = use(reading);
  // Whoever connects is told.
  loaded.catch(() => {});

  const showName = (name: Pathname): string =>
    reading.chosen === 'auto' && !hasEscapedBytes(name) ? name : codec.decode(utf8Codec.encode(name));

  const readName = (name: Pathname): string => {
    const text = showName(name);
    if (reading.chosen === 'auto' && text !== name && byText.size < MOST_GUESSED) byText.set(text, name);
    return text;
  };

  const writeName = (text: string): Pathname => {
    if (reading.chosen !== 'auto') return utf8Codec.decode(codec.encode(text));
    return byText.get(text) ?? utf8Codec.decode(utf8Codec.encode(text));
  };

  const isPlain = (text: string): boolean => isAscii(text) || isUtf8Encoding(reading.chosen);
  return {
    get reading() {
      return reading;
    },
    read: (path) => (isPlain(path) ? path : eachName(path, readName)),
    show: (line) => (isPlain(line) ? line : eachName(line, showName)),
    write: (text) => (isAscii(text) ? text : eachName(text, writeName)),
    ready: () => loaded,
    choose: (encoding) => use({ ...reading, chosen: encoding }),
    guess: (encoding) => use({ ...reading, guessed: encoding }),
  };
};

/** All encodings that names may be in leave ASCII as it is. */
const isAscii = (text: string): boolean => {
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) >= 0x80) return false;
  return true;
};

/** A slash is the byte 2F in all encodings that names may be in, and that byte is nothing else in any of them. */
const eachName = (path: string, turn: (name: string) => string): string => path.split('/').map(turn).join('/');
