import { DEFAULT_LOCAL_FORM, type LocalForm, type TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import type { ServerFtp } from '../../server-ftp/server-ftp.ts';

/** What one file must become, worked out from the rules alone. */
export type Expected =
  | {
      readonly form: LocalForm;
      /** The local file that is sent. */
      readonly local: Buffer;
      /** What the server must keep of it, by its own understanding of the structure. */
      readonly kept: readonly Buffer[];
      /** The local file when it comes back. */
      readonly back: Buffer;
    }
  /** The structure cannot carry this local file. */
  | { readonly form: LocalForm; readonly local: Buffer; readonly refused: true };

const LF = '\n';
const MOST_PAGES = 256;
const PAGE = 255;

const LINES: LocalForm = DEFAULT_LOCAL_FORM;
const PREFIXED: LocalForm = { ...DEFAULT_LOCAL_FORM, recordForm: 'prefixed' };

/**
 * In text a CR LF is an end of line as an LF is, and a lone CR a character. Records in text are lines, and the last one
 * is ended as well (RFC 959 3.4 wants the final EOR explicit). Bytes nobody may add to need their records' lengths before
 * them, unless all their lines are ended. Pages hold 255 bytes, and there are 256.
 */
export const expected = ({ type, structure }: TransferParameters, bytes: Buffer): Expected => {
  const isText = type.type === 'A' || type.type === 'E';
  if (structure === 'P') {
    if (bytes.length > MOST_PAGES * PAGE) return { form: LINES, local: bytes, refused: true };
    return { form: LINES, local: bytes, kept: cutInto(bytes, () => PAGE), back: bytes };
  }
  const folded = isText ? latin1(bytes.toString('latin1').replaceAll('\r\n', LF)) : bytes;
  if (structure === 'F') return { form: LINES, local: bytes, kept: [folded], back: folded };
  if (!isText && bytes.length > 0 && bytes.at(-1) !== 0x0a) {
    const records = inRecords(bytes);
    const local = Buffer.concat(records.flatMap((record) => [lengthOf(record), record]));
    return { form: PREFIXED, local, kept: records, back: local };
  }
  const ended = folded.length === 0 || folded.at(-1) === 0x0a ? folded : Buffer.concat([folded, latin1(LF)]);
  const kept = ended.toString('latin1').split(LF).slice(0, -1).map(latin1);
  return { form: LINES, local: bytes, kept, back: ended };
};

/** What the server keeps under the name: the bytes, the records or the data of the pages. */
export const keptBy = async (
  server: ServerFtp,
  { structure }: TransferParameters,
  path: string,
): Promise<readonly Buffer[]> => {
  if (structure === 'F') return [await server.content(path)];
  if (structure === 'R') return server.records(path);
  const pages = await server.pages(path);
  // Simple pages, numbered from 0 on: anything else would not be the file that was cut.
  return pages.map(({ index, type, fields, data }, at) =>
    index === at && type === 1 && fields.length === 0
      ? Buffer.from(data)
      : Buffer.from(`page ${index} of type ${type}`),
  );
};

/** Records of all lengths, the first two empty and one long. */
const inRecords = (bytes: Buffer): readonly Buffer[] => [
  Buffer.alloc(0),
  Buffer.alloc(0),
  ...cutInto(bytes, (index) => (index === 3 ? 100_000 : 1 + ((index * 37) % 4_096))),
];

const cutInto = (bytes: Buffer, length: (index: number) => number): readonly Buffer[] => {
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += parts.at(-1)?.length ?? 1)
    parts.push(bytes.subarray(at, at + length(parts.length)));
  return parts;
};

const lengthOf = (record: Buffer): Buffer => {
  const prefix = Buffer.alloc(4);
  prefix.writeUInt32BE(record.length);
  return prefix;
};

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
