import type { ByteRange } from '#shared/ftp/byte-range.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import { askPatiently } from '../ask-patiently.ts';
import type { Interpreter } from '../interpreter.ts';

/**
 * XCRC, XMD5, XSHA and their kind, which stand in no standard. Where a range may follow, the pathname ends at the first
 * space unless it is quoted; servers that know no range take the quotes off all the same.
 *
 *     -> XCRC /docs/a.txt                 <- 250 0D4A1185
 *     -> XSHA1 "/docs/a b.txt" 0 65536    <- 250 2AAE6C35C94FCFB415DBE95F408B9CE91EE846ED
 *
 * @returns null where the pathname cannot be written: nobody says how a quote inside quotes is
 */
export const digest = async (
  interpreter: Interpreter,
  verb: string,
  path: Pathname,
  range: ByteRange | null,
): Promise<Reply | null> => {
  if (/["\\]/.test(path)) return null;
  const name = /\s/.test(path) ? `"${path}"` : path;
  return await askPatiently(interpreter, verb, range === null ? name : `${name} ${range.from} ${range.to}`);
};
