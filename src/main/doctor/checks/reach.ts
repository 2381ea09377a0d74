import { type ConnectionCause, FaultError } from '#shared/fault.ts';
import { DEFAULT_PORT, IMPLICIT_TLS_PORT } from '#shared/model/connection.ts';
import type { Finding } from '#shared/model/diagnosis.ts';
import { connectionCause, systemWords } from '../../ftp/network/connection-cause.ts';
import { tcpConnect } from '../../ftp/network/tcp-connect.ts';
import type { Check, Course } from '../course.ts';
import { finding } from '../finding.ts';
import { hadHandshake, knock } from '../knock.ts';

/** One address of the server, tried. */
export interface Try {
  readonly address: string;
  /** Null where it answered. */
  readonly cause: ConnectionCause | null;
  readonly words: string;
  readonly milliseconds: number;
}

/** Whether each address takes connections at the port. A proxy reaches it in our place, and shows so at the greeting. */
export const reach: Check = async function* (course) {
  const { host, port, proxy } = course.options;
  if (proxy !== null) return 'go-on';
  const tries: Try[] = [];
  for (const address of course.addresses) tries.push(await tryAddress(course, address));
  course.addresses = tries.filter(({ cause }) => cause === null).map(({ address }) => address);
  const found = judgeTries(tries, host, port);
  if (found.outcome !== 'failed' || !(await isBehindTls(course))) {
    yield found;
    return found.outcome === 'failed' ? 'stop' : 'go-on';
  }
  const fix = { security: 'implicit', port: IMPLICIT_TLS_PORT } as const;
  course.options = { ...course.options, ...fix };
  yield finding('reach', 'elsewhere', {
    facts: { ...found.facts, elsewhere: fix.port },
    evidence: found.evidence,
    fix,
  });
  return 'go-on';
};

/** What the addresses' answers amount to. */
export const judgeTries = (tries: readonly Try[], host: string, port: number): Finding => {
  const evidence = tries.map(
    ({ address, words, milliseconds }) => `${address} port ${port}: ${words} (${milliseconds} ms)`,
  );
  const silent = tries.filter(({ cause }) => cause !== null);
  const facts = { host, port, silent: silent.map(({ address }) => address).join(', ') };
  if (silent.length < tries.length) {
    return finding('reach', silent.length === 0 ? 'reached' : 'someSilent', { facts, evidence });
  }
  const causes = silent.map(({ cause }) => cause);
  const verdict = causes.includes('refused') ? 'refused' : causes.includes('timeout') ? 'silent' : 'unreachable';
  return finding('reach', verdict, { facts, evidence });
};

const tryAddress = async ({ options, subject, signal }: Course, address: string): Promise<Try> => {
  const began = Date.now();
  try {
    const timeoutMs = subject.patience.connect;
    const socket = await tcpConnect({ host: address, port: options.port, timeoutMs, signal, onread: null });
    socket.on('error', () => {});
    socket.destroy();
    return { address, cause: null, words: 'connected', milliseconds: Date.now() - began };
  } catch (error) {
    if (signal.aborted) throw new FaultError({ kind: 'cancelled', stage: 'connecting' });
    return { address, cause: connectionCause(error), words: systemWords(error), milliseconds: Date.now() - began };
  }
};

/** Whether nothing at port 21 means that all is behind TLS, at port 990. */
const isBehindTls = async (course: Course): Promise<boolean> =>
  course.options.port === DEFAULT_PORT &&
  hadHandshake(await knock(course, { security: 'implicit', port: IMPLICIT_TLS_PORT }));
