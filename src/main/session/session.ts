import { FaultError } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { ListingText } from '#shared/ftp/typed-command.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import { withOverrides } from '#shared/model/learned-fact.ts';
import type { SessionId, SessionView } from '#shared/model/session.ts';
import type { TranscriptLine } from '#shared/model/transcript.ts';
import type { UserFtp } from '../ftp/engine.ts';
import type { Asker } from '../prompts/asker.ts';
import { factsOf, type LearnedServers } from '../site/learned-servers.ts';
import type { TlsHosts } from '../site/tls-hosts.ts';
import type { TrustedCertificates } from '../site/trusted-certificates.ts';
import type { Vault } from '../site/vault.ts';
import { createAccountQuestion } from './account.ts';
import type { ReadLocalFile } from './client-certificate.ts';
import { createConnectionLimit } from './connection-limit.ts';
import { createConnectionPool } from './connection-pool.ts';
import { type ConnectUserFtp, createConnector } from './connector.ts';
import { createCredentials } from './credentials.ts';
import { createDirectoryCache, type Following, type Freshness } from './directory-cache.ts';
import { readRows } from './directory-table.ts';
import { createKeepAlive, type KeepAlive } from './keep-alive.ts';
import { listOnBrowser, resolveDirectory } from './list-directory.ts';
import { logIn } from './log-in.ts';
import { createNameSamples, type EncodingGuess } from './names/name-samples.ts';
import { createSessionNames, type SessionNames } from './names/session-names.ts';
import { createOneTimeQuestion } from './one-time-question.ts';
import { createStandingConnection, type Standing } from './reconnect.ts';
import type { AllServerConnections } from './server-connections.ts';
import type { SessionAccess } from './session-access.ts';
import { createThroughProxy } from './session-proxy.ts';
import type { SystemProxy } from './system-proxy.ts';
import { createSessionTls } from './tls-options.ts';
import { createTranscript } from './transcript.ts';
import { createTransferFacts } from './transfer-facts.ts';

/** What a session is made of that it does not make itself. */
export interface SessionServices {
  readonly connect: ConnectUserFtp;
  readonly readLocalFile: ReadLocalFile;
  readonly vault: Vault;
  readonly trusted: TrustedCertificates;
  readonly tlsHosts: TlsHosts;
  readonly learnedServers: LearnedServers;
  readonly serverConnections: AllServerConnections;
  readonly systemProxy: SystemProxy;
  readonly asker: Asker;
  readonly onChange: (view: SessionView) => void;
  readonly onLine: (sessionId: SessionId, line: TranscriptLine) => void;
}

export interface SessionWish {
  readonly sessionId: SessionId;
  readonly title: string;
  readonly settings: ConnectionSettings;
  /** Null: the vault's where the site has one, else the person is asked. */
  readonly password: string | null;
  readonly siteId: string | null;
}

/** One connected site. */
export interface Session extends SessionAccess {
  readonly names: SessionNames;
  /** The listing of a directory as it arrives, and the absolute pathname it turned out to be. */
  follow(
    path: Pathname,
    freshness: Freshness,
    signal: AbortSignal | null,
  ): Promise<{ readonly path: Pathname; readonly following: Following }>;
  transcript(): readonly TranscriptLine[];
  /** Reads names with another encoding from now on. Faults: `refused-here: bad-input` for one that nobody knows. */
  readNamesIn(encoding: string): Promise<void>;
  /** Puts what a typed command listed into the transcript. */
  listed(listing: ListingText): void;
  /** What the server says it can do (FEAT), as much of it as is worth showing. */
  features(): readonly string[];
  /** What it is connected with, for the vault; null until known. */
  password(): string | null;
  /**
   * Closes its connections for which `isDead` holds at once: the machine has slept, or has another address now. The one
   * for browsing is made again by `renew`.
   */
  drop(isDead: (connection: UserFtp) => boolean): void;
  /** Connects again where `drop` took the connection for browsing. What that ends in is told like every change. */
  renew(): void;
  /** The server has said that it knows no SITE CHMOD. */
  cannotChangeMode(): void;
  close(): Promise<void>;
}

/** A server may say as much as fits a reply; nobody reads more than this. */
const SHOWN_FEATURES = { count: 200, characters: 300 };

export const createSession = (services: SessionServices, wish: SessionWish): Session => {
  const { sessionId, settings, siteId, title } = wish;
  const ended = new AbortController();
  const { host, port, user } = settings;
  const { vault, asker, systemProxy } = services;
  const known = withOverrides(factsOf(services.learnedServers.recall(host, port)), settings.overrides);
  const names = createSessionNames(settings.encoding, known.nameEncoding);
  const transcript = createTranscript((line) => services.onLine(sessionId, line), Date.now, names.show);
  const { note } = transcript;
  const question = { host, user, asker, signal: ended.signal };
  const credentials = createCredentials({ host, user, siteId, given: wish.password, vault, asker, note });
  const connect = createConnector({
    settings,
    connect: services.connect,
    tls: createSessionTls({ ...services, settings, siteId, note: transcript.note, signal: ended.signal }),
    tlsHosts: services.tlsHosts,
    learnedServers: services.learnedServers,
    askAccount: createAccountQuestion(question),
    askOneTime: createOneTimeQuestion(question),
    throughProxy: createThroughProxy({ settings, siteId, systemProxy, vault, asker, note, signal: ended.signal }),
    transcript,
    names,
  });
  let home: Pathname | null = null;
  let features: ReadonlyMap<string, string> = new Map();
  let changeMode = true;
  let keepAlive: KeepAlive | null = null;
  let listings = 0;
  let dropped = false;

  const viewOf = (standing: Standing): SessionView => ({
    sessionId,
    title,
    settings,
    siteId,
    status: standing.status,
    fault: standing.fault,
    home,
    tlsProtocol: standing.connection?.tlsProtocol ?? null,
    names: names.reading,
    can: { changeMode, setModified: features.has('MFMT') || features.has('MDTM') },
  });

  const onStanding = (standing: Standing): void => {
    keepAlive?.stop();
    keepAlive = null;
    if (standing.connection) {
      dropped = false;
      home = standing.connection.home;
      features = standing.connection.features;
      keepAlive = settings.keepAlive ? createKeepAlive(standing.connection, () => listings > 0) : null;
    }
    if (standing.status === 'lost') limit.ended();
    if (standing.fault) transcript.error(new FaultError(standing.fault).message);
    services.onChange(viewOf(standing));
  };

  const connectForBrowsing = async (signal: AbortSignal): Promise<UserFtp> => {
    const connection = await logIn(credentials, (password) => connect(password, 'listing', signal), signal);
    await credentials.accepted().catch((error: unknown) => {
      // The connection stands all the same.
      transcript.error(`The password could not be kept: ${error instanceof Error ? error.message : String(error)}`);
    });
    return connection;
  };

  const connections = services.serverConnections(host, port);
  const limit = createConnectionLimit({
    ...{ settings, connections, note },
    learnedServers: services.learnedServers,
  });
  const browsing = createStandingConnection(connectForBrowsing, onStanding);
  const pool = createConnectionPool(async (signal) => {
    // The person is asked on behalf of the connection for browsing only: once, however many transfers wait.
    if (browsing.standing.status === 'connecting' || credentials.value === null) await browsing.get(signal);
    const password = await credentials.obtain(signal);
    return limit.within(signal, () => connect(password, 'file', signal));
  });
  const leave = connections.join(() => ({
    transfers: pool.size,
    browsing: browsing.standing.status === 'connected',
  }));

  const browser = (signal: AbortSignal | null = null): Promise<UserFtp> => {
    keepAlive?.touch();
    return browsing.get(signal);
  };

  const onGuess = async ({ encoding, evidence }: EncodingGuess): Promise<void> => {
    if (Object.hasOwn(settings.overrides, 'nameEncoding') || encoding === names.reading.guessed) return;
    await names.guess(encoding);
    services.learnedServers.remember(host, port, 'nameEncoding', encoding, evidence);
    transcript.note(`learned about this server: names that are not UTF-8 look like ${encoding}`);
    services.onChange(viewOf(browsing.standing));
  };
  const transferFacts = createTransferFacts({
    known,
    overrides: settings.overrides,
    note,
    remember: (fact, evidence) => services.learnedServers.remember(host, port, fact, true, evidence),
  });
  const samples = createNameSamples(() => names.reading.chosen === 'auto', onGuess);

  const cache = createDirectoryCache(async (path, signal, onEntries) => {
    listings += 1;
    try {
      const summary = await listOnBrowser(browser, path, signal, (entries) => {
        samples.take(entries);
        onEntries(entries);
      });
      await samples.consider();
      return summary;
    } finally {
      listings -= 1;
    }
  });

  const follow: Session['follow'] = async (asked, freshness, signal) => {
    const path = await resolveDirectory(browser, asked, signal);
    return { path, following: cache.follow(path, freshness) };
  };

  return {
    id: sessionId,
    names,
    view: () => viewOf(browsing.standing),
    browser: (signal) => browser(signal ?? null),
    lease: (signal) => pool.lease(signal),
    giveBack: (connection) => pool.giveBack(connection),
    follow,
    list: async (asked, { refresh, signal, onEntries }) => {
      const { path, following } = await follow(asked, refresh ? 'now' : 'recent', signal);
      try {
        return { path, summary: await readRows(following.table, signal, onEntries) };
      } finally {
        following.release();
      }
    },
    forget: (path) => cache.forget(path),
    readNamesIn: async (encoding) => {
      await names.choose(encoding);
      services.onChange(viewOf(browsing.standing));
    },
    ...transferFacts,
    note,
    transcript: () => transcript.lines(),
    listed: transcript.listing,
    features: () =>
      [...features]
        .slice(0, SHOWN_FEATURES.count)
        .map(([verb, parameters]) => `${verb} ${parameters}`.trim().slice(0, SHOWN_FEATURES.characters)),
    password: () => credentials.value,
    drop: (isDead) => {
      pool.drop(isDead);
      const { connection } = browsing.standing;
      if (connection === null || !isDead(connection)) return;
      dropped = true;
      connection.destroy();
    },
    renew: () => {
      if (dropped) void browsing.get(ended.signal).catch(() => {});
    },
    cannotChangeMode: () => {
      changeMode = false;
      services.onChange(viewOf(browsing.standing));
    },
    close: async () => {
      ended.abort();
      cache.clear();
      await Promise.all([browsing.close(), pool.close()]).finally(leave);
    },
  };
};
