import { replyBytes } from '../reply-writer.ts';
import type { Session } from '../session.ts';
import { afterLogin, type CommandTable, open } from './command.ts';

const startTls = async (session: Session): Promise<void> => {
  const { secure, script } = session.server;
  if (!secure) return session.reply('502 AUTH is not implemented.');
  // What the client sends from here on is its handshake; our own reading of lines has to end first.
  session.reader.detach();
  await session.writer.write(
    Buffer.concat([replyBytes('234 Proceed with negotiation.'), Buffer.from(script.tls?.injectAfterAuth ?? '')]),
  );
  try {
    await session.protect(secure);
  } catch {
    session.socket.destroy();
    return;
  }
  session.reader.attach(session.socket);
};

/** RFC 4217: AUTH TLS, PBSZ, PROT, CCC; SSCN, which turns the roles of data connections' TLS round. */
export const securityCommands: CommandTable = {
  AUTH: open(async (session, argument) => {
    if (!['TLS', 'SSL', 'TLS-C'].includes(argument.toUpperCase())) return session.reply('504 Unknown AUTH type.');
    if (session.secure) return session.reply('503 Already protected.');
    return startTls(session);
  }),
  SSCN: afterLogin(async (session, argument) => {
    const wanted = argument.toUpperCase();
    if (!session.secure) return session.reply('503 AUTH comes first.');
    if (!['', 'ON', 'OFF'].includes(wanted)) return session.reply('501 SSCN wants ON or OFF.');
    if (wanted !== '') session.asTlsClient.always = wanted === 'ON';
    return session.reply(`200 SSCN:${session.asTlsClient.always ? 'CLIENT' : 'SERVER'} METHOD`);
  }),
  CCC: afterLogin(async (session) => {
    if (!session.secure) return session.reply('533 There is nothing to clear.');
    if (session.server.script.tls?.clearControl === undefined) return session.reply('534 Not here.');
    session.reader.detach();
    await session.reply('200 Going on in the clear.');
    const behind = await session.unprotect();
    if (behind.length > 0) session.socket.unshift(behind);
    session.reader.attach(session.socket);
  }),
  PBSZ: open((session) => session.reply(session.secure ? '200 PBSZ=0' : '503 AUTH comes first.')),
  PROT: open(async (session, argument) => {
    if (!session.secure) return session.reply('503 AUTH comes first.');
    if (argument.toUpperCase() !== 'P' && argument.toUpperCase() !== 'C')
      return session.reply('536 PROT not supported.');
    session.protectedData = argument.toUpperCase() === 'P';
    return session.reply(session.protectedData ? '200 PROT now Private.' : '200 PROT now Clear.');
  }),
};
