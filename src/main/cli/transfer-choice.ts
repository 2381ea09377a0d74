import { type MeaninglessReason, meaningless, restartManner } from '#shared/ftp/transfer-meaning.ts';
import {
  DEFAULT_TRANSFER_CHOICE,
  type PrintFormat,
  type RepresentationType,
  type Structure,
  type TransferChoice,
  type TransmissionMode,
} from '#shared/ftp/transfer-parameters.ts';
import type { FtpUrl } from '#shared/ftp-url.ts';
import type { CommandOptions, TransferWords } from './options.ts';
import { UsageError } from './usage-error.ts';

const STRUCTURES: Readonly<Record<NonNullable<TransferWords['structure']>, Structure>> = {
  file: 'F',
  record: 'R',
  page: 'P',
};

const MODES: Readonly<Record<NonNullable<TransferWords['mode']>, TransmissionMode>> = {
  stream: 'S',
  block: 'B',
  compressed: 'C',
  deflate: 'Z',
};

/**
 * How files of a URL are moved: its `;type=` goes before --type.
 *
 * @throws UsageError for options that mean nothing together, before anything is sent
 */
export const transferChoice = (
  { transfer: words, resume }: Pick<CommandOptions, 'transfer' | 'resume'>,
  url: Pick<FtpUrl, 'type'>,
): TransferChoice => {
  const choice: TransferChoice = {
    type: representationType(words, url.type),
    structure: words.structure === null ? DEFAULT_TRANSFER_CHOICE.structure : STRUCTURES[words.structure],
    mode: words.mode === null ? DEFAULT_TRANSFER_CHOICE.mode : MODES[words.mode],
    codePage: words.codePage ?? DEFAULT_TRANSFER_CHOICE.codePage,
    recordForm: words.recordForm ?? DEFAULT_TRANSFER_CHOICE.recordForm,
  };
  const why = whyNot(words, choice) ?? (resume ? whyNoResume(choice) : null);
  if (why !== null) throw new UsageError(why);
  return choice;
};

/** Why these words mean nothing together, in a sentence; null where they do. */
const whyNot = (words: TransferWords, choice: TransferChoice): string | null => {
  const { type } = choice.type;
  if (words.format !== null && type !== 'A' && type !== 'E')
    return '--format says how a text would be printed, so it needs --type a or e';
  if (words.codePage !== null && type !== 'E') return '--code-page says which EBCDIC it is, so it needs --type e';
  if (words.recordForm !== null && choice.structure !== 'R')
    return '--record-form says how records are kept here, so it needs --structure record';
  const reason = meaningless(choice);
  return reason === null ? null : SENTENCES[reason];
};

/** What an earlier run left tells where to go on only where its bytes are those of the server's file. */
const whyNoResume = (choice: TransferChoice): string | null => {
  switch (restartManner(choice)) {
    case 'bytes':
      return null;
    case 'markers':
      return '--resume needs --mode stream: the markers of the other modes are known only while the transfer runs';
    case 'never':
      return '--resume needs --type i, --structure file and --mode stream: nothing else has fixed offsets';
  }
};

const SENTENCES: Readonly<Record<MeaninglessReason, string>> = {
  'local-byte-size': 'RFC 959 gives bytes of another size than 8 no meaning on this system',
  'text-in-pages':
    '--structure page goes with --type i and l8 only: pages count bytes, and converting text changes them',
};

const FORMATS: Readonly<Record<NonNullable<TransferWords['format']>, PrintFormat>> = { n: 'N', t: 'T', c: 'C' };

const representationType = (words: TransferWords, urlType: FtpUrl['type']): RepresentationType => {
  const format = FORMATS[words.format ?? 'n'];
  // RFC 1738 3.2.2: `d` asks for a listing, and says nothing of files.
  switch (urlType === 'd' ? words.type : (urlType ?? words.type)) {
    case 'a':
      return { type: 'A', format };
    case 'e':
      return { type: 'E', format };
    case 'l8':
      return { type: 'L', byteSize: 8 };
    case 'i':
      return { type: 'I' };
    case null:
      return DEFAULT_TRANSFER_CHOICE.type;
  }
};
