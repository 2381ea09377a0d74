import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeCodec } from '../electron-stand-in/page/codec.ts';

const { encode, decode } = makeCodec();

/** Whatever structured cloning carries, nested, with the values JSON loses among them. */
const cloneable = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
    fc.record({ $: fc.string(), v: tie('value') }),
    fc.array(tie('value'), { maxLength: 4 }),
  ),
})).value;

test('an invalid date stays one', () => {
  expect(decode(encode(new Date(Number.NaN)))).toEqual(new Date(Number.NaN));
});

test('what is decoded is what structured cloning would have carried', () => {
  fc.assert(
    fc.property(cloneable, (value) => {
      expect(decode(encode(value))).toEqual(structuredClone(value));
    }),
  );
});

test('functions and symbols are refused wherever they are', () => {
  const refused = fc.oneof(fc.func(fc.anything()), fc.constant(Symbol('s')));
  fc.assert(
    fc.property(refused, fc.array(fc.anything(), { maxLength: 3 }), (bad, others) => {
      expect(() => encode([...others, { deep: [bad] }])).toThrow('An object could not be cloned.');
    }),
  );
});
