import { ASCII, IMAGE, type TransferParameters } from '#shared/ftp/transfer-parameters.ts';

/** What can go on at a number of bytes (RFC 3659 5). */
const STREAM: readonly TransferParameters[] = [{ type: IMAGE, structure: 'F', mode: 'S' }];

/** What goes on at restart markers (RFC 959 3.5): bytes and text, in one piece and in records. */
const marked = (mode: 'B' | 'C'): readonly TransferParameters[] => [
  { type: IMAGE, structure: 'F', mode },
  { type: ASCII, structure: 'F', mode },
  { type: IMAGE, structure: 'R', mode },
  { type: ASCII, structure: 'R', mode },
  { type: { type: 'E', format: 'N' }, structure: 'R', mode },
];

export const MODES = [
  ['stream', STREAM],
  ['block', marked('B')],
  ['compressed', marked('C')],
] as const;
