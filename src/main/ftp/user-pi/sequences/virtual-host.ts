import { isIPv6 } from 'node:net';
import { domainToASCII } from 'node:url';
import { isCompletion } from '#shared/ftp/reply.ts';
import { ask, type Interpreter } from '../interpreter.ts';
import { dialogueOf, learn } from '../learn.ts';
import { replyFault } from '../reply-fault.ts';

/**
 * What servers answer that know no HOST: RFC 7151 3.2.3 goes on behind 500 and 502, and vsftpd, which takes nothing but
 * USER and PASS before a login, says 530.
 */
const NOT_KNOWN: ReadonlySet<number> = new Set([500, 502, 530]);

/**
 * HOST (RFC 7151), where the site wants it: which of several servers at one address is meant. Under TLS it follows AUTH, as
 * the handshake names the host as well (3.2.2):
 *
 *     B --HOST--> W --2,500,502--> USER …        4,501,503,504 -> F
 *
 * It may travel with USER; nothing secret is sent before it is answered.
 * Faults: `reply` with stage `logging-in`; 504 means that the server does not serve this host.
 */
export const nameHost = async (interpreter: Interpreter): Promise<void> => {
  const { login, host, learned, proxy } = interpreter.options;
  // Before USER only such a proxy hears us, which is told of the host by USER itself.
  const behindProxy = proxy?.kind === 'ftp' && proxy.dialect === 'user-at-host';
  if (!login.hostCommand || learned.hostFails || behindProxy) return;
  const name = hostName(host);
  const reply = await ask(interpreter, 'HOST', name, 'logging-in');
  if (isCompletion(reply)) return;
  if (!NOT_KNOWN.has(reply.code)) throw replyFault(reply, 'HOST', 'logging-in');
  learn(interpreter, 'hostFails', true, dialogueOf(`HOST ${name}`, reply));
};

/**
 * A host as HOST names it (RFC 7151 3.1): the A-labels of a name in other letters, brackets around an address of IPv6,
 * and no zone, which means nothing to the other side.
 */
export const hostName = (host: string): string => {
  const address = host.replace(/%.*$/, '');
  return isIPv6(address) ? `[${address}]` : domainToASCII(host) || host;
};
