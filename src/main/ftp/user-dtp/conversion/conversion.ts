import { FaultError } from '#shared/fault.ts';
import type { RepresentationType } from '#shared/ftp/transfer-parameters.ts';
import { asciiFromNetwork, asciiToNetwork } from './ascii.ts';
import type { Codec } from './codec.ts';

export interface Conversion {
  readonly receive: Codec;
  readonly send: Codec;
}

/**
 * What a representation type needs between file and data connection in file structure and stream mode; null where the
 * bytes go through as they are (Image, and Local with 8 bits a byte).
 * Faults: `refused-here: not-supported` for EBCDIC and for print formats.
 */
export const conversionFor = (representation: RepresentationType): Conversion | null => {
  if (representation.type === 'I' || representation.type === 'L') return null;
  if (representation.type === 'A' && representation.format === 'N') {
    return { receive: asciiFromNetwork(), send: asciiToNetwork() };
  }
  const detail = `TYPE ${representation.type} ${representation.format}`;
  throw new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-supported', detail });
};
