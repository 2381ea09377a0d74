import type { Session } from '../session.ts';
import { type Command, type CommandTable, open } from './command.ts';

const PER_LINE = 8;

/** RFC 959 HELP, over the other commands. It answers `211` or `214` before the login too. */
export const helpOf = (commands: CommandTable): Command => {
  const verbs = [...Object.keys(commands), 'HELP'].sort();
  const rows = verbs.flatMap((_, at) => (at % PER_LINE === 0 ? [verbs.slice(at, at + PER_LINE)] : []));
  const list = rows.map((row) => ` ${row.map((verb) => verb.padEnd(8)).join('')}\n`).join('');
  return open((session: Session, argument: string) => {
    if (argument === '') return session.reply(`214-The following commands are recognized.\n${list}214 End.`);
    const verb = argument.toUpperCase();
    if (verb === 'SITE') return session.reply('214 SITE CHMOD <octal> <pathname>');
    return session.reply(verbs.includes(verb) ? `214 ${verb} is implemented.` : `502 ${verb} is unknown.`);
  });
};
