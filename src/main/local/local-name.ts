import { FaultError } from '#shared/fault.ts';
import { markedName } from '#shared/ftp/marked-name.ts';
import { displayName, isSafeName, type Pathname } from '#shared/ftp/pathname.ts';
import { localFault } from './local-fault.ts';
import { nameLength } from './local-path.ts';

/**
 * What a name sent by a server is called on this disk. Names that would leave the folder (`..`, a separator, NUL, the
 * empty name) are refused, never mended: a mended name would put a file where nobody looks for it. All others are
 * possible, what the system cannot hold being marked; see `markedName`.
 */
export const localName = (name: Pathname, platform: NodeJS.Platform = process.platform): string => {
  if (!isSafeName(name)) {
    throw new FaultError({
      kind: 'refused-here',
      stage: 'preparing',
      reason: 'unsafe-name',
      detail: displayName(name).slice(0, 300),
    });
  }
  const local = markedName(name, platform);
  if (LONE_SURROGATE.test(local)) {
    throw localFault('name-not-possible', displayName(name), 'a character that no name here can hold');
  }
  if (nameLength(local) > LONGEST_NAME) {
    throw localFault('name-not-possible', displayName(name).slice(0, 300), `longer than ${LONGEST_NAME} bytes`);
  }
  return local;
};

const LONGEST_NAME = 255;
/** Half a character that is not an escaped byte: no encoding has bytes for it. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDC7F\uDD00-\uDFFF]/;
