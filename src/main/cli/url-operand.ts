import { FaultError } from '#shared/fault.ts';
import { joinPathname, type Pathname } from '#shared/ftp/pathname.ts';
import { type FtpUrl, parseFtpUrl } from '#shared/ftp-url.ts';
import { UsageError } from './usage-error.ts';

/** Whether an operand is meant to be a URL of ours. */
export const isUrl = (operand: string): boolean => /^ftp(?:e?s)?:\/\//i.test(operand);

/**
 * The URL that an operand is.
 *
 * @throws UsageError; FaultError `unsafe-argument` for one that would smuggle in another command
 */
export const urlOperand = (operand: string): FtpUrl => {
  const result = parseFtpUrl(operand);
  if (result.ok) return result.value;
  if (result.fault.kind === 'refused-here' && result.fault.reason === 'bad-input') {
    throw new UsageError(result.fault.detail);
  }
  throw new FaultError(result.fault);
};

/** The absolute pathname of a URL on a server whose login directory is `home`. */
export const pathOn = (url: FtpUrl, home: Pathname): Pathname => {
  const path = url.path.length > 1 && url.path.endsWith('/') ? url.path.slice(0, -1) : url.path;
  if (path === '') return home;
  return path.startsWith('/') ? path : joinPathname(home, path);
};
