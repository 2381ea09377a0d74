import { type ConnectionCause, FaultError } from '#shared/fault.ts';
import { isCompletion, isIntermediate, type Reply, replyText } from '#shared/ftp/reply.ts';
import type { ConnectOptions, ProxyOptions } from '../../engine.ts';
import { authorityOf } from '../../network/proxy/destination.ts';
import { excerpt } from '../../protocol/protocol-fault.ts';
import { askSecretly } from '../ask-secretly.ts';
import { ask, type Interpreter } from '../interpreter.ts';

/**
 * Has a proxy that speaks FTP connect to the server. No RFC has it; these are the customs of firewalls. What comes
 * before is the proxy's own login, where it has one; what comes behind is the server's:
 *
 *     W --220--> [USER --331--> PASS --2--> ]
 *                 user-at-host: USER user@host:port, PASS            as the login itself, see `loginName`
 *                 site:         SITE host:port  --2--> USER, PASS
 *                 open:         OPEN host:port  --2--> USER, PASS
 *
 * The port is left out where it is 21. Nothing goes ahead of a reply: only behind the last one is it the server that
 * hears us.
 *
 * Faults: `control-connection` with a proxy's cause, stage `connecting`.
 */
export const passFtpProxy = async (interpreter: Interpreter, greeted: Promise<void>): Promise<void> => {
  const { options } = interpreter;
  const { proxy } = options;
  if (proxy?.kind !== 'ftp') return;
  await greeted;
  if (proxy.user !== null) await logInToProxy(interpreter, proxy, proxy.user);
  if (proxy.dialect === 'user-at-host') return;
  const reply = await ask(interpreter, proxy.dialect === 'site' ? 'SITE' : 'OPEN', placeOf(options), 'connecting');
  // RFC 959 4.2.1: 4yz is for now, the server cannot be had; 5yz is the proxy's word.
  if (!isCompletion(reply)) throw atProxy(proxy, reply.code < 500 ? 'proxy-failed' : 'proxy-refused', reply);
};

/** The name to log in to the server with; a proxy may have to find the server in it. */
export const loginName = (options: ConnectOptions): string => {
  const { proxy, user } = options;
  return proxy?.kind === 'ftp' && proxy.dialect === 'user-at-host' ? `${user}@${placeOf(options)}` : user;
};

/** Some proxies say 331 to their own PASS: the server's login is still to come. */
const logInToProxy = async (interpreter: Interpreter, proxy: ProxyOptions, user: string): Promise<void> => {
  let reply = await ask(interpreter, 'USER', user, 'connecting');
  if (isIntermediate(reply)) reply = await askSecretly(interpreter, 'PASS', proxy.password ?? '', 'connecting');
  if (!isCompletion(reply) && !isIntermediate(reply)) throw atProxy(proxy, 'proxy-login', reply);
};

const FTP_PORT = 21;

/** `example.org`, `example.org:2121`, `[2001:db8::1]:21`: an IPv6 address has to be told from its port. */
const placeOf = ({ host, port }: ConnectOptions): string =>
  port === FTP_PORT && !host.includes(':') ? host : authorityOf({ host, port });

const atProxy = ({ host, port }: ProxyOptions, cause: ConnectionCause, reply: Reply): FaultError => {
  const detail = `the proxy answered ${reply.code} ${excerpt(replyText(reply))}`;
  return new FaultError({ kind: 'control-connection', stage: 'connecting', cause, host, port, detail });
};
