import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KEY_BYTES, seal, unseal } from '../../../src/main/site/seal.ts';

const key = fc.uint8Array({ minLength: KEY_BYTES, maxLength: KEY_BYTES });
const text = fc.string({ unit: 'grapheme' });

describe('a sealed secret', () => {
  test('opens to what it was', () => {
    fc.assert(fc.property(text, key, text, (secret, k, owner) => unseal(seal(secret, k, owner), k, owner) === secret));
  });

  test('opens for nobody when a single bit is another', () => {
    const k = randomBytes(KEY_BYTES);
    fc.assert(
      fc.property(text, fc.nat(), fc.integer({ min: 0, max: 7 }), (secret, where, bit) => {
        const sealed = Uint8Array.from(seal(secret, k, 'site'));
        const index = where % sealed.length;
        sealed[index] = (sealed[index] ?? 0) ^ (1 << bit);
        expect(() => unseal(sealed, k, 'site')).toThrow();
      }),
    );
  });

  test('never looks the same twice', () => {
    const k = randomBytes(KEY_BYTES);
    expect(seal('x', k, 'site')).not.toEqual(seal('x', k, 'site'));
  });

  test.each([new Uint8Array(), Uint8Array.of(1), Uint8Array.of(2, ...new Array<number>(40).fill(0))])(
    'is not made of just any bytes (%#)',
    (bytes) => {
      expect(() => unseal(bytes, randomBytes(KEY_BYTES), 'site')).toThrow('Not a sealed secret');
    },
  );
});
