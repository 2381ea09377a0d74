import type { ByteBuilder } from '../byte-builder.ts';
import { LineSplitter } from './line-splitter.ts';
import { keptBytes, type TextCode } from './text-code.ts';

/** Bytes of a type as received, on their way to the local file. */
export interface TextReader {
  data(bytes: Uint8Array): void;
  /** What is held back belongs to what came, whatever comes next. */
  flush(): void;
  readonly holding: boolean;
}

export const textReader = (out: ByteBuilder, code: TextCode | null, localLineEnd: Uint8Array): TextReader => {
  if (code === null) return { data: (bytes) => out.append(bytes), flush: () => {}, holding: false };
  const lines = new LineSplitter(code.received, {
    text: (bytes) => out.append(keptBytes(code, bytes)),
    lineEnd: () => out.append(localLineEnd),
  });
  return {
    data: (bytes) => lines.push(bytes),
    flush: () => lines.flush(),
    get holding() {
      return lines.holding;
    },
  };
};
