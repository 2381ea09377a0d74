import type { Representation } from '../codecs/representation.ts';
import { afterLogin, type CommandTable } from './command.ts';

/** RFC 959 5.3.2 <type-code>: `A [<sp> <form-code>]`, `E [<sp> <form-code>]`, `I`, `L <sp> <byte-size>`. */
const TEXT = /^([AE])(?: +([NTC]))?$/;
const LOCAL = /^L +(\d+)$/;

/** What a type code stands for; a reply where it is none or not implemented. */
const representationOf = (code: string): Representation | string => {
  if (code === 'I') return { type: 'I', format: 'N' };
  const [, letter, format] = TEXT.exec(code) ?? [];
  // "If the Format parameter is changed, and later just the first argument is changed, Format then returns to Non-print."
  if (letter) return { type: letter === 'A' ? 'A' : 'E', format: format === 'T' || format === 'C' ? format : 'N' };
  const [, size] = LOCAL.exec(code) ?? [];
  if (size === undefined) return `501 ${code} is no type code.`;
  return size === '8' ? { type: 'L', format: 'N' } : `504 A logical byte size of ${size} is not implemented.`;
};

/** RFC 959 4.1.2 TRANSFER PARAMETER COMMANDS without the data port. Mode Z: draft-preston-ftpext-deflate. */
export const parameterCommands: CommandTable = {
  TYPE: afterLogin(async (session, argument) => {
    const representation = representationOf(argument.toUpperCase());
    if (typeof representation === 'string') return session.reply(representation);
    session.parameters = { ...session.parameters, representation };
    return session.reply(`200 Type set to ${argument.toUpperCase()}.`);
  }),
  STRU: afterLogin(async (session, argument) => {
    const structure = argument.toUpperCase();
    if (structure !== 'F' && structure !== 'R' && structure !== 'P')
      return session.reply(`501 ${argument} is no structure code.`);
    session.parameters = { ...session.parameters, structure };
    return session.reply(`200 Structure set to ${structure}.`);
  }),
  MODE: afterLogin(async (session, argument) => {
    const mode = argument.toUpperCase();
    if (mode !== 'S' && mode !== 'B' && mode !== 'C' && mode !== 'Z')
      return session.reply(`501 ${argument} is no mode code.`);
    session.parameters = { ...session.parameters, mode };
    return session.reply(`200 Mode set to ${mode}.`);
  }),
};
