import type { Checkpoint } from '../../../../../src/main/ftp/engine.ts';
import type { Codec } from '../../../../../src/main/ftp/user-dtp/conversion/codec.ts';
import type { ConversionEnds } from '../../../../../src/main/ftp/user-dtp/conversion/conversion.ts';
import { receivingCodec } from '../../../../../src/main/ftp/user-dtp/conversion/receiving.ts';
import { sendingCodec } from '../../../../../src/main/ftp/user-dtp/conversion/sending.ts';
import type {
  LocalForm,
  RepresentationType,
  Structure,
  TransmissionMode,
} from '../../../../../src/shared/ftp/transfer-parameters.ts';
import { DEFAULT_LOCAL_FORM } from '../../../../../src/shared/ftp/transfer-parameters.ts';

export const TYPES: Readonly<Record<string, RepresentationType>> = {
  A: { type: 'A', format: 'N' },
  AT: { type: 'A', format: 'T' },
  AC: { type: 'A', format: 'C' },
  E: { type: 'E', format: 'N' },
  I: { type: 'I' },
  L8: { type: 'L', byteSize: 8 },
};

export interface Setting {
  readonly type?: keyof typeof TYPES;
  readonly structure?: Structure;
  readonly mode?: TransmissionMode;
  readonly form?: Partial<LocalForm>;
  readonly lineEnd?: '\n' | '\r\n';
  readonly from?: number;
  readonly markerInterval?: number;
}

export const ends = ({
  type = 'I',
  structure = 'F',
  mode = 'S',
  form,
  lineEnd = '\n',
  from = 0,
}: Setting): ConversionEnds => ({
  parameters: { type: TYPES[type] ?? { type: 'I' }, structure, mode },
  form: { ...DEFAULT_LOCAL_FORM, ...form },
  lineEnd,
  from,
});

/** Everything a codec makes of these parts; a null codec leaves them as they are. */
export const through = (codec: Codec | null, parts: readonly Uint8Array[]): Buffer =>
  Buffer.concat(codec === null ? parts : [...parts.map((part) => codec.push(part)), codec.end()]);

export interface Sent {
  readonly bytes: Buffer;
  /** Local offsets of the restart markers. */
  readonly markers: readonly number[];
}

export const sent = (setting: Setting, parts: readonly Uint8Array[]): Sent => {
  const markers: number[] = [];
  const codec = sendingCodec({
    ...ends(setting),
    markerInterval: setting.markerInterval ?? Number.MAX_SAFE_INTEGER,
    onMarker: (localBytes) => markers.push(localBytes),
  });
  return { bytes: through(codec, parts), markers };
};

export interface Received {
  readonly bytes: Buffer;
  readonly checkpoints: readonly Checkpoint[];
  readonly suspect: readonly { readonly offset: number; readonly length: number }[];
}

export const received = (setting: Setting, parts: readonly Uint8Array[]): Received => {
  const checkpoints: Checkpoint[] = [];
  const codec = receivingCodec({ ...ends(setting), onMarker: (checkpoint) => checkpoints.push(checkpoint) });
  const bytes = through(codec, parts);
  return { bytes, checkpoints, suspect: codec?.suspect ?? [] };
};

/** Bytes from hexadecimal digits and quoted text: `80 00 02 'ab'`. */
export const wire = (text: string): Buffer =>
  Buffer.concat(
    [...text.matchAll(/'([^']*)'|([0-9a-f]{2})/g)].map(([, quoted, hex]) =>
      hex === undefined ? Buffer.from(quoted ?? '', 'latin1') : Buffer.from(hex, 'hex'),
    ),
  );

/** What is sent for a local file. */
export const wireOf = (setting: Setting, local: Uint8Array): string => sent(setting, [local]).bytes.toString('hex');
/** The local file that comes out of what is received. */
export const fileOf = (setting: Setting, bytes: Uint8Array): string =>
  received(setting, [bytes]).bytes.toString('latin1');
