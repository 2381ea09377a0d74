import type { Reply } from '#shared/ftp/reply.ts';

/** A reply as RFC 959 4.2 writes it, a line each: `123-first`, `123-second`, `123 last`. */
export const replyLines = ({ code, lines }: Reply): readonly string[] =>
  lines.map((text, index) => `${code}${index === lines.length - 1 ? ' ' : '-'}${text}`);
