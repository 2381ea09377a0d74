import type { Duplex } from 'node:stream';
import type { SecureContext, TLSSocket } from 'node:tls';
import { type Fault, FaultError, type SecurityReason, type Stage } from '#shared/fault.ts';
import type { ConnectOptions } from '../engine.ts';
import { connectionCause, systemWords } from '../network/connection-cause.ts';
import { ConnectTimeout } from '../network/tcp-connect.ts';
import { certificateChain, certificateProblems } from './certificate.ts';
import { handshakeFault, isOfTls } from './handshake-fault.ts';
import { secureContext } from './secure-context.ts';
import { tlsHandshake } from './tls-handshake.ts';

/** TLS of one control connection and of the data connections that belong to it (RFC 4217). */
export interface TlsClient {
  /** Handshake and trust for the control connection. A person may be asked; nothing is sent before the answer. */
  protectControl(socket: Duplex, stage: Stage): Promise<TLSSocket>;
  /**
   * Handshake for a data connection, resuming the newest session of either kind: servers that tie the data connection
   * to the login refuse others (RFC 4217 10.2 warns of the attack). Its certificate has to be the control
   * connection's, or pass the same checks without anybody being asked.
   */
  protectData(socket: Duplex, signal: AbortSignal | null): Promise<TLSSocket>;
}

const securityFault = (stage: Stage, reason: SecurityReason, detail: string): FaultError =>
  new FaultError({ kind: 'security', stage, reason, detail });

const lostInHandshake = (error: unknown): Fault => ({
  kind: 'data-connection',
  stage: 'transfer-command',
  cause: connectionCause(error),
  detail: systemWords(error),
});

const cancelled = (stage: Stage, cause: unknown): FaultError => new FaultError({ kind: 'cancelled', stage }, { cause });

export const createTlsClient = ({ host, port, tls, timeouts, observer, signal }: ConnectOptions): TlsClient => {
  // Not before it is needed: reading the roots takes longer than the whole login to a server without TLS.
  const context = (): SecureContext => secureContext(tls);
  let newest: Buffer | null = null;
  let trusted: string | null = null;

  /** Sessions of one connection: kept once it is trusted, so that no stranger's is ever resumed. */
  const sessionKeeper = () => {
    let latest: Buffer | null = null;
    let trustedNow = false;
    const keep = (): void => {
      if (trustedNow) newest = latest ?? newest;
    };
    return {
      onSession(session: Buffer): void {
        latest = session;
        keep();
      },
      trust(): void {
        trustedNow = true;
        keep();
      },
    };
  };

  const judge = async (socket: TLSSocket, stage: Stage): Promise<void> => {
    const leaf = socket.getPeerX509Certificate();
    const problems = certificateProblems(socket, leaf, host, Date.now());
    if (problems.length > 0) {
      const chain = leaf === undefined ? [] : certificateChain(leaf);
      const accepted = await tls.decide({ host, port, problems, chain });
      if (!accepted) throw securityFault(stage, 'certificate-refused', problems.join(', '));
    }
    trusted = leaf?.fingerprint256 ?? null;
  };

  const judgeData = (socket: TLSSocket): void => {
    // Only who was judged before can resume the session; no certificate is shown again then.
    if (socket.isSessionReused()) return;
    const leaf = socket.getPeerX509Certificate();
    if (leaf !== undefined && leaf.fingerprint256 === trusted) return;
    const problems = certificateProblems(socket, leaf, host, Date.now());
    if (problems.length === 0) return;
    const detail = `${leaf?.fingerprint256 ?? 'no certificate'}: ${problems.join(', ')}`;
    throw securityFault('after-preliminary-reply', 'data-certificate-differs', detail);
  };

  return {
    async protectControl(socket, stage) {
      const { onSession, trust } = sessionKeeper();
      const handshake = {
        socket,
        host,
        context: context(),
        session: null,
        timeoutMs: timeouts.connect,
        onSession,
        signal,
      };
      const secured = await tlsHandshake(handshake).catch((error: unknown) => {
        if (signal?.aborted === true) throw cancelled(stage, error);
        if (error instanceof ConnectTimeout) {
          const detail = error.message;
          throw new FaultError({ kind: 'control-connection', stage, cause: 'timeout', host, port, detail });
        }
        throw handshakeFault(stage, error);
      });
      try {
        await judge(secured, stage);
        trust();
      } catch (error) {
        secured.destroy();
        throw error;
      }
      observer.note(`${secured.getProtocol()} ${secured.getCipher().standardName}`);
      return secured;
    },

    async protectData(socket, dataSignal) {
      const { onSession, trust } = sessionKeeper();
      const options = { socket, host, context: context(), session: newest, timeoutMs: timeouts.connect, onSession };
      const secured = await tlsHandshake({ ...options, signal: dataSignal }).catch((error: unknown) => {
        if (dataSignal?.aborted === true) throw cancelled('transfer-command', error);
        if (error instanceof ConnectTimeout) {
          const fault = { kind: 'data-connection', stage: 'transfer-command', cause: 'timeout' } as const;
          throw new FaultError({ ...fault, detail: error.message });
        }
        // Closed before TLS stood: the server's reply may say why, or that it concerns the file alone.
        if (!isOfTls(error)) throw new FaultError(lostInHandshake(error), { cause: error });
        throw handshakeFault('transfer-command', error);
      });
      try {
        judgeData(secured);
        trust();
      } catch (error) {
        secured.destroy();
        throw error;
      }
      observer.dataProtected?.({ protocol: secured.getProtocol(), resumed: secured.isSessionReused() });
      observer.note(
        `data connection: ${secured.getProtocol()}, session ${secured.isSessionReused() ? '' : 'not '}resumed`,
      );
      return secured;
    },
  };
};
