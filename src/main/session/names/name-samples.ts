import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { hasEscapedBytes, type Pathname } from '#shared/ftp/pathname.ts';
import type { Evidence } from '#shared/model/learned-fact.ts';
import { pathnameCodec, utf8Codec } from '../../ftp/name-codec.ts';
import { guessEncoding } from './guess-encoding.ts';

/** So many names that are not UTF-8 tell as much as any number. */
const MOST_SAMPLES = 500;

/** Names shown as evidence. */
const SHOWN = 3;

export interface EncodingGuess {
  readonly encoding: string;
  /** The bytes of some names, and what they read then. */
  readonly evidence: Evidence;
}

/** The names of a server that are not UTF-8, as its listings bring them. */
export interface NameSamples {
  take(entries: readonly FileEntry[]): void;
  /** Looks at them again where some have come since, and tells of a guess. */
  consider(): Promise<void>;
}

/** @param wanted whether a guess is of any use now */
export const createNameSamples = (
  wanted: () => boolean,
  onGuess: (guess: EncodingGuess) => Promise<void>,
): NameSamples => {
  const samples = new Set<Pathname>();
  let considered = 0;
  return {
    take: (entries) => {
      for (const { name } of entries) {
        if (samples.size >= MOST_SAMPLES) return;
        if (hasEscapedBytes(name)) samples.add(name);
      }
    },
    consider: async () => {
      if (samples.size === considered || !wanted()) return;
      considered = samples.size;
      const encoding = await guessEncoding([...samples]);
      if (encoding !== null) await onGuess({ encoding, evidence: await evidenceOf([...samples], encoding) });
    },
  };
};

/** `63 61 66 E9 reads café` */
const evidenceOf = async (names: readonly Pathname[], encoding: string): Promise<Evidence> => {
  const codec = await pathnameCodec(encoding);
  return names.slice(0, SHOWN).map((name) => {
    const bytes = utf8Codec.encode(name);
    const hex = [...bytes].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
    return `${hex} reads ${codec.decode(bytes)}`;
  });
};
