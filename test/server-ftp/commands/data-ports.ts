import { isIP } from 'node:net';
import { closedPort, connectForData, listenForData } from '../data-port.ts';
import type { Session } from '../session.ts';
import { afterLogin, type CommandTable } from './command.ts';

const listen = async (session: Session, verb: 'PASV' | 'EPSV'): Promise<number> => {
  session.dropDataPort();
  const { localAddress: address = '127.0.0.1', remoteAddress = null } = session.socket;
  const { script } = session.server;
  const { host = address, listensThere, leadsNowhere } = script.passive?.[verb] ?? {};
  const port = await listenForData(listensThere ? host : address, {
    onlyFrom: script.refusesForeignPeer ? remoteAddress : null,
    // The client's SYN and what is sent to it afterwards are two round trips to the client.
    delay: 2 * (script.roundTrip ?? 0),
    onConnection: () => {
      session.dataConnectionAt = session.trips.now() + 2;
    },
  });
  session.dataPort = port;
  return leadsNowhere ? closedPort(address) : port.port;
};

const connectTo = (session: Session, host: string, port: number, verb: string): Promise<void> => {
  session.dropDataPort();
  const { script } = session.server;
  if (script.refusesForeignAddress && host !== session.socket.remoteAddress)
    return session.reply(`${script.refusesForeignAddress} ${verb} to a foreign address is not allowed.`);
  session.dataPort = connectForData(host, port, session.socket.localAddress ?? '', script.strangerFirst === true);
  return session.reply(`200 ${verb} command successful.`);
};

const enterPassive = async (session: Session, asTlsClient: boolean): Promise<void> => {
  if (session.onlyExtendedPassive) return session.reply(EXTENDED_ONLY);
  const host = session.socket.localAddress ?? '';
  if (isIP(host) !== 4) return session.reply('522 PASV knows IPv4 only, use EPSV.');
  const port = await listen(session, 'PASV');
  session.asTlsClient.next = asTlsClient;
  const said = (session.server.script.passive?.PASV?.host ?? host).replaceAll('.', ',');
  return session.reply(`227 Entering Passive Mode (${said},${port >> 8},${port & 255}).`);
};

const EXTENDED_ONLY = '501 EPSV ALL was said.';

/** RFC 959 PORT and PASV, RFC 2428 EPRT and EPSV, and CPSV of the server-to-server transfers of the 2000s. */
export const dataPortCommands: CommandTable = {
  PASV: afterLogin((session) => enterPassive(session, false)),
  // As PASV, and this server begins the TLS handshake of the next data connection: the other server will not.
  CPSV: afterLogin((session) =>
    session.secure ? enterPassive(session, true) : session.reply('503 AUTH comes first.'),
  ),
  EPSV: afterLogin(async (session, argument) => {
    if (argument.toUpperCase() === 'ALL') {
      session.onlyExtendedPassive = true;
      return session.reply('200 EPSV ALL accepted.');
    }
    const family = isIP(session.socket.localAddress ?? '') === 6 ? '2' : '1';
    if (argument !== '' && argument !== family) return session.reply(`522 Use (${family}).`);
    return session.reply(`229 Entering Extended Passive Mode (|||${await listen(session, 'EPSV')}|).`);
  }),
  PORT: afterLogin(async (session, argument) => {
    if (session.onlyExtendedPassive) return session.reply(EXTENDED_ONLY);
    const numbers = argument.split(',').map(Number);
    const [high, low] = numbers.slice(4);
    const sound =
      numbers.length === 6 && numbers.every((number) => Number.isInteger(number) && number >= 0 && number < 256);
    if (!sound || high === undefined || low === undefined) return session.reply('501 PORT wants six numbers.');
    return connectTo(session, numbers.slice(0, 4).join('.'), high * 256 + low, 'PORT');
  }),
  EPRT: afterLogin(async (session, argument) => {
    if (session.onlyExtendedPassive) return session.reply(EXTENDED_ONLY);
    // |1|132.235.1.2|6275| with any delimiter of ASCII 33 to 126 (RFC 2428 2).
    const [before, family, host, port, after] = argument.split(argument.charAt(0));
    if (before !== '' || after !== '' || !host || !Number(port))
      return session.reply('501 EPRT wants |f|address|port|.');
    if (family !== '1' && family !== '2') return session.reply('522 Network protocol not supported, use (1,2).');
    if (isIP(host) !== (family === '1' ? 4 : 6)) return session.reply('501 The address is not of that family.');
    return connectTo(session, host, Number(port), 'EPRT');
  }),
};
