/**
 * MD4 (RFC 1320), which S/KEY and otp-md4 are made of. OpenSSL 3 has it among its legacy algorithms, which Node does not
 * load. It keeps no secret from anybody any more; here it is only what the server asks for.
 */
export const md4 = (message: Uint8Array): Uint8Array => {
  let state: State = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];
  const blocks = padded(message);
  for (let at = 0; at < blocks.byteLength; at += BLOCK) {
    const words = Array.from({ length: 16 }, (_, word) => blocks.getUint32(at + 4 * word, true));
    state = compressed(state, words);
  }
  const digest = new DataView(new ArrayBuffer(16));
  state.forEach((word, place) => {
    digest.setUint32(4 * place, word, true);
  });
  return new Uint8Array(digest.buffer);
};

type State = readonly [a: number, b: number, c: number, d: number];

const BLOCK = 64;

/** 3.1, 3.2: a bit of 1, zeros, and the length in bits as 64 bits, so that whole blocks come of it. */
const padded = (message: Uint8Array): DataView => {
  const bytes = new Uint8Array(Math.ceil((message.length + 9) / BLOCK) * BLOCK);
  bytes.set(message);
  bytes[message.length] = 0x80;
  const view = new DataView(bytes.buffer);
  view.setBigUint64(bytes.length - 8, BigInt(message.length) * 8n, true);
  return view;
};

interface Round {
  readonly mix: (x: number, y: number, z: number) => number;
  readonly constant: number;
  /** The order in which it takes the 16 words of a block. */
  readonly order: readonly number[];
  /** Bits that are rotated by, again and again. */
  readonly turns: readonly number[];
}

/** 3.4: F, G and H with what belongs to each. */
const ROUNDS: readonly Round[] = [
  {
    mix: (x, y, z) => (x & y) | (~x & z),
    constant: 0,
    order: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
    turns: [3, 7, 11, 19],
  },
  {
    mix: (x, y, z) => (x & y) | (x & z) | (y & z),
    constant: 0x5a827999,
    order: [0, 4, 8, 12, 1, 5, 9, 13, 2, 6, 10, 14, 3, 7, 11, 15],
    turns: [3, 5, 9, 13],
  },
  {
    mix: (x, y, z) => x ^ y ^ z,
    constant: 0x6ed9eba1,
    order: [0, 8, 4, 12, 2, 10, 6, 14, 1, 9, 5, 13, 3, 11, 7, 15],
    turns: [3, 9, 11, 15],
  },
];

const compressed = (before: State, words: readonly number[]): State => {
  let [a, b, c, d] = before;
  for (const { mix, constant, order, turns } of ROUNDS) {
    order.forEach((word, step) => {
      const sum = (a + mix(b, c, d) + (words[word] ?? 0) + constant) | 0;
      const turn = turns[step % 4] ?? 0;
      [a, b, c, d] = [d, (sum << turn) | (sum >>> (32 - turn)), b, c];
    });
  }
  return [(before[0] + a) >>> 0, (before[1] + b) >>> 0, (before[2] + c) >>> 0, (before[3] + d) >>> 0];
};
