import type { Picture } from './ico.ts';

/** macOS' names for PNG pictures by pixels; the second name is the same picture for a display of twice the density. */
const NAMES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

const HEADER_BYTES = 8;

const element = (name: string, content: Buffer): Buffer => {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write(name, 'latin1');
  header.writeUInt32BE(HEADER_BYTES + content.length, 4);
  return Buffer.concat([header, content]);
};

/**
 * macOS' icon container: `icns`, the length of all of it, then for each picture a name of four letters, its length
 * with this header, and the PNG. Numbers are big-endian.
 *
 * @param pictures those of a size that macOS has no name for are left out.
 */
export const toIcns = (pictures: readonly Picture[]): Buffer =>
  element(
    'icns',
    Buffer.concat(pictures.flatMap(({ size, png }) => (NAMES[size] ?? []).map((name) => element(name, png)))),
  );
