import type { FileType } from '#shared/ftp/file-entry.ts';

/** What a line means. Fields that are left out are null. */
export interface ExpectedEntry {
  readonly name: string;
  readonly type: FileType;
  readonly size?: number;
  /** As `ls --json` writes it: a Z where the zone is known, and no finer than the server said. */
  readonly modified?: string;
  readonly permissions?: string;
  readonly owner?: string;
  readonly group?: string;
  readonly target?: string;
}

/**
 * Lines of one system, without their line ends. They are sent as UTF-8; U+DC80 to U+DCFF stand for the single bytes
 * 0x80 to 0xFF.
 */
export interface ListingSamples {
  readonly kind: 'mlsd' | 'list' | 'nlst';
  /** The directory listed; `/` where it does not matter. */
  readonly directory?: string;
  /** Where the format is written down, or which programs write it. */
  readonly source: string;
  /** When these lines were read: dates without a year depend on it. */
  readonly now: string;
  /** Each with the headings that have to stand before it. */
  readonly good: readonly (readonly [line: string, entry: ExpectedEntry, headings?: readonly string[]])[];
  /** Lines that belong to the format and are no entry. */
  readonly noEntry: readonly string[];
  /** Lines that must not be taken for an entry. */
  readonly bad: readonly string[];
}
