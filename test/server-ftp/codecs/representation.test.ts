import { expect, it } from 'vitest';
import { fromRepresentation, type Representation, toRepresentation } from './representation.ts';
import { wire } from './samples.ts';

const ASCII: Representation = { type: 'A', format: 'N' };
const EBCDIC: Representation = { type: 'E', format: 'N' };
const ALL_BYTES = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

const read = (representation: Representation, bytes: Buffer, size = bytes.length): Buffer => {
  const decoder = fromRepresentation(representation);
  const parts: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) parts.push(decoder.push(bytes.subarray(at, at + size)));
  return Buffer.concat([...parts, decoder.end()]);
};

// RFC 959 3.1.1.1: "the <CRLF> sequence should be used where necessary to denote the end of a line of text".
it('ends lines with CRLF in ASCII, and leaves a CR that ends none', () => {
  expect(toRepresentation(ASCII, wire("'a' 0A 'b' 0D 'c' 0D 0A"))).toEqual(wire("'a' 0D 0A 'b' 0D 'c' 0D 0D 0A"));
  for (const size of [1, 2, 3, 100])
    expect(read(ASCII, wire("'a' 0D 0A 'b' 0D 'c' 0D 0D 0A 0D"), size)).toEqual(wire("'a' 0A 'b' 0D 'c' 0D 0A 0D"));
});

it('refuses an LF without CR, but not among format effectors', () => {
  expect(() => read(ASCII, wire("'a' 0A"))).toThrow(/LF without CR/);
  expect(() => read({ type: 'A', format: 'C' }, wire('0D 0A 0A'))).toThrow(/LF without CR/);
  expect(read({ type: 'A', format: 'T' }, wire("'a' 0A 0C"))).toEqual(wire("'a' 0A 0C"));
});

// RFC 959 3.1.1.2: "where it is necessary the <NL> character should be used", 0x15. The other codes by IBM037.
it('speaks EBCDIC code page 037 with NL for the ends of lines', () => {
  expect(toRepresentation(EBCDIC, wire("'Az09 {}[]' 0A 0D 85 'é'"))).toEqual(
    wire('C1 A9 F0 F9 40 C0 D0 BA BB 15 0D 25 51'),
  );
  expect(read(EBCDIC, wire('C8 85 93 93 96 15'))).toEqual(wire("'Hello' 0A"));
});

it.each([ASCII, EBCDIC, { type: 'I', format: 'N' }, { type: 'L', format: 'N' }] satisfies Representation[])(
  'brings every byte back: %o',
  (representation) => {
    expect(read(representation, toRepresentation(representation, ALL_BYTES), 7)).toEqual(ALL_BYTES);
  },
);
