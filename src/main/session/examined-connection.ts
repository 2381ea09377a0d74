import { FaultError } from '#shared/fault.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import { DEFAULT_PATIENCE, type KeptTrust, type Subject } from '../doctor/course.ts';
import type { CertificateQuestion, ConnectOptions } from '../ftp/engine.ts';
import { NOBODY } from '../prompts/nobody.ts';
import { guessEncoding } from './names/guess-encoding.ts';
import { createSession, type SessionServices } from './session.ts';

export interface ExaminationWish {
  readonly settings: ConnectionSettings;
  /** Null: the vault's where the site has one, else none is known. */
  readonly password: string | null;
  /** Whose secrets may be used. */
  readonly siteId: string | null;
}

/** A connection as a session would make it, for the doctor to look at. Nobody is asked for what a session would ask for. */
export const examinedConnection = async (
  services: SessionServices,
  { settings, password, siteId }: ExaminationWish,
  signal: AbortSignal,
): Promise<Subject> => {
  const wish = { sessionId: 'examined', title: '', settings, siteId };
  const known = await connectOptionsOf(services, { ...wish, password }, signal);
  const options = known ?? (await connectOptionsOf(services, { ...wish, password: '' }, signal));
  if (options === null) {
    const detail = 'what the proxy or the client certificate is opened with is not known';
    throw new FaultError({ kind: 'refused-here', stage: 'connecting', reason: 'declined', detail });
  }
  return {
    settings,
    options,
    passwordKnown: known !== null,
    plainTextAgreed: options.learned.tlsFails || (await options.tls.decidePlainText('', false)),
    trust: (question) => trustOf(services, question),
    guessEncoding,
    patience: DEFAULT_PATIENCE,
  };
};

/**
 * What a session would connect with, its password, proxy and certificates included: it is told to connect, and what it is
 * about to connect with is kept in place of a connection.
 * @returns null where it would have to ask somebody first
 */
const connectOptionsOf = async (
  services: SessionServices,
  wish: Parameters<typeof createSession>[1],
  signal: AbortSignal,
): Promise<ConnectOptions | null> => {
  let taken: ConnectOptions | null = null;
  const connect = async (options: ConnectOptions): Promise<never> => {
    taken = options;
    throw new FaultError({ kind: 'cancelled', stage: 'connecting' });
  };
  const quiet = { connect, asker: NOBODY, onChange: () => {}, onLine: () => {} };
  const session = createSession({ ...services, ...quiet }, wish);
  try {
    await session.browser(signal);
  } catch (error) {
    if (!(error instanceof FaultError)) throw error;
    const { fault } = error;
    const isAsking = fault.kind === 'refused-here' && fault.reason === 'declined';
    if (taken === null && !isAsking) throw error;
  } finally {
    await session.close();
  }
  return taken;
};

const trustOf = ({ trusted }: SessionServices, { host, port, chain }: CertificateQuestion): KeptTrust => {
  const kept = trusted.find(host, port);
  if (kept === undefined) return 'unknown';
  return kept.sha256 === chain[0]?.sha256 ? 'trusted' : 'changed';
};
