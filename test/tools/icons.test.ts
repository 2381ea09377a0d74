import fs from 'node:fs';
import { expect, test } from 'vitest';
import { toIcns } from '../../tools/icons/icns.ts';
import { toIco } from '../../tools/icons/ico.ts';
import { at } from '../../tools/lib/paths.mjs';

const small = { size: 16, png: Buffer.from('small') };
const large = { size: 256, png: Buffer.from('large!') };

test('an ICO is a header, an entry a picture, and the pictures', () => {
  const ico = toIco([small, large]);
  expect(ico.toString('hex')).toBe(
    [
      '000001000200',
      // 16 x 16, one plane, 32 bits a pixel, 5 bytes at 38
      '10100000010020000500000026000000',
      // 256 x 256 is written as 0 x 0; 6 bytes at 43
      '0000000001002000060000002b000000',
      small.png.toString('hex'),
      large.png.toString('hex'),
    ].join(''),
  );
});

test('an ICNS names each picture by its pixels, and again as the half size of twice the density', () => {
  expect(toIcns([small, large]).toString('latin1')).toBe(
    'icns\0\0\0\x31icp4\0\0\0\x0dsmallic08\0\0\0\x0elarge!ic13\0\0\0\x0elarge!',
  );
});

test('the committed icons hold PNG pictures of the sizes that systems ask for', () => {
  const PNG = '\x89PNG';
  expect(fs.readFileSync(at('assets/icon.png')).toString('latin1', 0, 4)).toBe(PNG);
  const ico = fs.readFileSync(at('assets/icon.ico'));
  const sizes = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => ico.readUInt8(6 + 16 * index) || 256);
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 256]);
  const firstPicture = ico.readUInt32LE(6 + 12);
  expect(ico.toString('latin1', firstPicture, firstPicture + 4)).toBe(PNG);
  const icns = fs.readFileSync(at('assets/icon.icns'));
  expect(icns.toString('latin1', 0, 4)).toBe('icns');
  expect(icns.readUInt32BE(4)).toBe(icns.length);
});
