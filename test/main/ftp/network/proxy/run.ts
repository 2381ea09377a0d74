import { type Handshake, runHandshake } from '../../../../../src/main/ftp/network/proxy/handshake.ts';

/** What a handshake says to bytes that come in these pieces, and how it ends. */
export const talk = <T>(
  handshake: Handshake<T>,
  pieces: readonly Uint8Array[],
): { readonly said: readonly string[]; readonly result: T | null; readonly rest: string } => {
  const said: string[] = [];
  const run = runHandshake(handshake, (bytes) => said.push(Buffer.from(bytes).toString('hex')));
  const behind: Uint8Array[] = [];
  for (const piece of pieces) {
    if (run.ended) behind.push(piece);
    else run.push(piece);
  }
  const rest = Buffer.concat([run.ended?.rest ?? Buffer.alloc(0), ...behind]);
  return { said, result: run.ended?.result ?? null, rest: rest.toString('hex') };
};

/** The same bytes in pieces of the given lengths, the last one whatever is left. */
export const split = (bytes: Uint8Array, lengths: readonly number[]): readonly Uint8Array[] => {
  const pieces: Uint8Array[] = [];
  let at = 0;
  for (const length of lengths) {
    pieces.push(bytes.subarray(at, at + length));
    at += length;
  }
  return [...pieces, bytes.subarray(at)];
};

export const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
