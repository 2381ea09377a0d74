import { afterLogin, type CommandTable } from './command.ts';

/** RFC 959 4.1.2 TRANSFER PARAMETER COMMANDS without the data port: ASCII Non-print and Image, File, Stream. */
export const parameterCommands: CommandTable = {
  TYPE: afterLogin(async (session, argument) => {
    const type = argument.toUpperCase();
    if (type === 'A' || type === 'A N') session.type = 'A';
    else if (type === 'I' || type === 'L 8') session.type = 'I';
    else return session.reply(`504 TYPE ${argument} is not implemented.`);
    return session.reply(`200 Type set to ${type}.`);
  }),
  STRU: afterLogin((session, argument) =>
    session.reply(argument.toUpperCase() === 'F' ? '200 Structure set to F.' : '504 Only STRU F is implemented.'),
  ),
  MODE: afterLogin((session, argument) =>
    session.reply(argument.toUpperCase() === 'S' ? '200 Mode set to S.' : '504 Only MODE S is implemented.'),
  ),
};
