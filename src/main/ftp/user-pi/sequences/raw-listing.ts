import { FaultError } from '#shared/fault.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import { ASCII_FILE_STREAM, DEFAULT_LOCAL_FORM } from '#shared/ftp/transfer-parameters.ts';
import type { ListingText, TypedAnswer } from '#shared/ftp/typed-command.ts';
import type { DataSink } from '../../engine.ts';
import { createListingLines } from '../../listing/listing-lines.ts';
import type { PathnameCodec } from '../../protocol/pathname-codec.ts';
import type { Interpreter } from '../interpreter.ts';
import { transfer } from '../transfer.ts';

/** Bytes of a listing that are kept to be shown as text; what is more is taken and let go. */
export const KEPT_BYTES = 256 * 1024;

/**
 * LIST, NLST or MLSD as a person typed it, with its data connection (RFC 959 4.1.3). A refusal is an answer.
 * Faults: those of a transfer but for replies to the command itself; `listing: too-long`.
 */
export const rawListing = async (
  interpreter: Interpreter,
  verb: string,
  argument: string | null,
): Promise<TypedAnswer> => {
  const replies: Reply[] = [];
  const text = collectText(interpreter.codec);
  try {
    const { completion } = await transfer(interpreter, {
      verb,
      argument,
      directory: null,
      parameters: ASCII_FILE_STREAM,
      form: DEFAULT_LOCAL_FORM,
      asIs: true,
      start: null,
      moves: { to: text.sink },
      counter: { bytes: 0 },
      signal: null,
      onCheckpoint: null,
      onPreliminary: (reply) => replies.push(reply),
    });
    replies.push(completion);
  } catch (error) {
    if (!(error instanceof FaultError) || error.fault.kind !== 'reply' || error.fault.command !== verb) throw error;
    replies.push({ code: error.fault.code, lines: error.fault.text.split('\n') });
    if (replies.length === 1) return { replies, listing: null };
  }
  return { replies, listing: text.end() };
};

/** Lines decoded one by one, so that a name in another encoding spoils no other. */
const collectText = (codec: PathnameCodec): { readonly sink: DataSink; end(): ListingText } => {
  const lines: string[] = [];
  let kept = 0;
  let cut = false;
  const reader = createListingLines((line) => {
    cut ||= kept + line.length > KEPT_BYTES;
    if (cut) return;
    kept += line.length + 1;
    lines.push(codec.decode(Buffer.from(line, 'latin1')));
  });
  return {
    sink: {
      async write(chunk) {
        reader.push(chunk);
      },
    },
    end() {
      reader.end();
      return { lines, cut };
    },
  };
};
