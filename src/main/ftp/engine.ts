import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import type { LocalForm, TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import type { TypedAnswer } from '#shared/ftp/typed-command.ts';
import type { DataConnectionChoice, Security } from '#shared/model/connection.ts';
import type { Evidence, LearnedFact, LearnedFacts, LearnedOverrides } from '#shared/model/learned-fact.ts';
import type { ListingChoice, ListingCommand } from '#shared/model/listing-choice.ts';
import type { LoginChoice } from '#shared/model/login-choice.ts';
import type { CertificateProblem, CertificateView } from '#shared/model/prompt.ts';
import type { ProxyServer } from '#shared/model/proxy.ts';
import type { TlsChoice } from '#shared/model/tls-choice.ts';

/** The engine as its users see it: the app's sessions, the transfer queue, the command line and the tests. */

/** A certificate that the roots do not vouch for, put before whoever decides. */
export interface CertificateQuestion {
  readonly host: string;
  readonly port: number;
  readonly problems: readonly CertificateProblem[];
  /** Leaf first. */
  readonly chain: readonly CertificateView[];
}

/** What we show a server that asks who we are (RFC 8446 4.4.2). */
export type ClientCertificate =
  | { readonly kind: 'pem'; readonly certificate: string; readonly key: string; readonly passphrase: string | null }
  | { readonly kind: 'pkcs12'; readonly file: Uint8Array; readonly passphrase: string | null };

export interface TlsOptions extends Omit<TlsChoice, 'clientCertificate'> {
  /** Further roots in PEM, beside the system's and Mozilla's. */
  readonly ca: readonly string[];
  readonly clientCertificate: ClientCertificate | null;
  /** Asked once per control connection when verification failed; false ends in a `security` fault. */
  readonly decide: (question: CertificateQuestion) => Promise<boolean>;
  /**
   * Asked where the login is protected and the server refuses to protect data connections; false ends in a `security`
   * fault. `refusal` is what the server said.
   */
  readonly decideClearData: (refusal: string) => Promise<boolean>;
  /**
   * Asked where security is `try` and the server has no TLS, before anything about us is sent in the clear; false ends in
   * `refused-here: declined`.
   * @param refusal what the server said
   * @param staysHere the server is on this machine, so that nothing goes over a network
   */
  readonly decidePlainText: (refusal: string, staysHere: boolean) => Promise<boolean>;
}

/** The proxy that all connections of a server go through, with its secret. */
export type ProxyOptions = ProxyServer & { readonly password: string | null };

/** One that carries connections as they are, and not one that speaks FTP itself. */
export type TunnelOptions = Extract<ProxyOptions, { readonly kind: 'socks5' | 'http' }>;

export interface Timeouts {
  /** Milliseconds for name resolution, TCP, a proxy's handshake and TLS of one connection, each. */
  readonly connect: number;
  /** Milliseconds of silence on the control connection while a reply is due. */
  readonly reply: number;
  /** Milliseconds without a byte on an open data connection. */
  readonly data: number;
}

/** The TLS of one data connection. */
export interface ProtectedData {
  /** `TLSv1.3`. */
  readonly protocol: string | null;
  /** Whether it went on with a session of an earlier connection (RFC 8446 2.2, RFC 5077). */
  readonly resumed: boolean;
}

/** Told of everything that passes on the control connection. Secrets are masked before they get here. */
export interface DialogueObserver {
  /** The command line without CRLF; `PASS ****` for secrets. */
  command(line: string): void;
  reply(reply: Reply): void;
  /** A remark of our own: connecting to an address, TLS version and cipher, data connection resumed or not. */
  note(text: string): void;
  /** A data connection stands under TLS, trusted. */
  dataProtected?(session: ProtectedData): void;
}

/** @param value false or null where a fact no longer holds */
export type OnLearned = <F extends LearnedFact>(fact: F, value: LearnedFacts[F], evidence: Evidence) => void;

export interface ConnectOptions {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly user: string;
  readonly password: string;
  /** For 332 and 532; null: `askAccount` is asked. */
  readonly account: string | null;
  /**
   * Asked for an account when the server wants one (332, 532) and none is known or it refused that one; what it rejects
   * with ends what wanted it. Null: nobody can be asked, and such a reply is a fault.
   */
  readonly askAccount: ((refused: boolean) => Promise<string>) | null;
  readonly login: LoginChoice;
  /**
   * Asked for a one-time password where the server wants one and `password` makes none, or one that it refused; told the
   * server's words. What it rejects with ends the login. Null: nobody can be asked.
   */
  readonly askOneTime: ((challenge: string, refused: boolean) => Promise<string>) | null;
  /** All connections go through it, those for data too; null: directly. */
  readonly proxy: ProxyOptions | null;
  /** What pathnames, replies and the login are decoded with: an iconv-lite name, or `auto`: UTF-8. */
  readonly encoding: string;
  /** Whether a server that has UTF-8 and something else is asked for UTF-8, where that is the encoding. */
  readonly asksUtf8: boolean;
  readonly listing: ListingChoice;
  /** Whether the zone of the times in LIST is found out, where it is not known: the listings after the first then have it. */
  readonly findsZone: boolean;
  readonly dataConnection: DataConnectionChoice;
  /** Ports to listen on for active data connections; null: the system's choice. */
  readonly activePorts: readonly [first: number, last: number] | null;
  /** The address to announce in PORT and EPRT; null: the control connection's own. */
  readonly externalAddress: string | null;
  /** Whether a host in a 227 that differs from the control host is believed. False unless the site says so. */
  readonly trustPassiveHost: boolean;
  /** Whether commands may be sent ahead of replies (RFC 959 2.3) where that saves round trips and does no harm. */
  readonly pipelining: boolean;
  /** What follows the login at once: its data connection is announced along with it. */
  readonly expects: 'listing' | 'file' | null;
  readonly tls: TlsOptions;
  readonly timeouts: Timeouts;
  /**
   * Milliseconds after which, again and again, the control connection is given a sign of life while data moves, where the
   * server is known to bear it; null: never.
   */
  readonly keepAliveMs: number | null;
  readonly learned: LearnedFacts;
  /** Facts that are so whatever the server shows; they stand in `learned` too. */
  readonly overrides: LearnedOverrides;
  /** Told of each fact that has changed, and what showed it. */
  readonly onLearned: OnLearned;
  readonly observer: DialogueObserver;
  readonly signal: AbortSignal | null;
}

/** What a server has shown before anybody logged in. */
export interface Meeting {
  /** Numeric; null where a proxy has reached it and keeps that to itself. */
  readonly serverAddress: string | null;
  /** The protocol of the control connection's TLS; null where it stayed in the clear. */
  readonly tlsProtocol: string | null;
}

/** Counted by the data transfer process, read by whoever shows progress: no event per chunk. */
export interface ByteCounter {
  /** Bytes of this data connection that the sink took or the socket accepted. */
  bytes: number;
}

/**
 * Where received bytes go. `write` is called in order of the file, several may be outstanding; the chunk belongs to
 * the sink until its promise settles and is reused afterwards. A rejection with a FaultError ends the transfer. Behind
 * the end of a transfer nothing is written, though what was written before it may settle later.
 */
export interface DataSink {
  write(chunk: Uint8Array): Promise<void>;
}

/** Where sent bytes come from: fills `into` from its start and answers how many bytes, 0 at the end. */
export interface DataSource {
  read(into: Uint8Array): Promise<number>;
}

/** A place in a file at which a transfer may go on after it was broken (RFC 959 3.5, RFC 3659 5). */
export interface Checkpoint {
  /** What the server-PI takes after REST: its own marker, in stream mode a number of bytes. */
  readonly marker: string;
  /** How far the local file is at that place, in bytes. */
  readonly localBytes: number;
}

/** Local bytes that came out of data which the server marked as suspect (RFC 959 3.4.2). */
export interface SuspectData {
  readonly offset: number;
  readonly length: number;
}

/** The room that a file will take, told before it is stored. */
export interface Allocation {
  readonly bytes: number;
  /** The largest record, for files with record structure. */
  readonly recordBytes: number | null;
  /** Only told once the server has refused to store without it (503). */
  readonly onlyIfWanted?: boolean;
}

export interface TransferOptions {
  readonly parameters: TransferParameters;
  readonly form: LocalForm;
  /** Where both sides begin; null: at the start of the file. The sink or source stands at `localBytes` already. */
  readonly start: Checkpoint | null;
  /** Whether it will take long, so that it is worth finding out what the server bears meanwhile. */
  readonly long: boolean;
  /** ALLO before storing (RFC 959 4.1.3); null: not sent. */
  readonly allocate: Allocation | null;
  /** Counts bytes of the local file, not of the data connection. */
  readonly counter: ByteCounter;
  readonly signal: AbortSignal | null;
  /** Told of each place the transfer could go on from; for what is received, once the sink has all before it. */
  readonly onCheckpoint: ((checkpoint: Checkpoint) => void) | null;
}

/** A transfer that both connections reported complete. */
export interface TransferOutcome {
  /** Bytes of the local file. */
  readonly bytes: number;
  readonly completion: Reply;
  /** Empty where the server vouches for all of it. */
  readonly suspect: readonly SuspectData[];
}

/** How a file goes from one server to another (RFC 959 2.3): no byte of it comes here. */
export interface CopyOptions {
  readonly parameters: TransferParameters;
  /** Bytes at which both servers begin; other than 0 only in stream mode and TYPE I (RFC 3659 5). */
  readonly offset: number;
  /** Whether the data may go in the clear where a login is encrypted and the servers cannot encrypt it between them. */
  readonly allowClear: boolean;
  /** A second connection to the target, asked once a second how much has arrived; null: that is not known. */
  readonly watcher: UserFtp | null;
  /** Counts the bytes that arrived, as far as they are known. */
  readonly counter: ByteCounter;
  readonly signal: AbortSignal | null;
}

/** Both servers' completion replies. */
export interface CopyOutcome {
  readonly source: Reply;
  readonly target: Reply;
}

/** A file that was stored under a name of the server's choice. */
export interface UniqueOutcome extends TransferOutcome {
  /** Null where the server did not tell it. */
  readonly name: Pathname | null;
}

export interface ListOptions {
  readonly signal: AbortSignal | null;
  /** The command to list by, in place of what the site names; nothing else is tried then. */
  readonly command?: Exclude<ListingCommand, 'auto'>;
  /** Called as the listing arrives, with what the last bytes completed. `.` and `..` are left out. */
  readonly onEntries: (entries: readonly FileEntry[]) => void;
}

/**
 * One user-PI with its control connection and the user-DTP it governs. Calls may overlap: their command groups go
 * out in the order of the calls, but short ones before transfers that wait. Every method throws FaultError; after a `control-connection` fault, a 421 or
 * `destroy` the object is finished and every further call throws at once.
 */
export interface UserFtp {
  readonly host: string;
  readonly port: number;
  /** PWD after login. */
  readonly home: Pathname;
  /** The protocol of the control connection's TLS, or null. */
  readonly tlsProtocol: string | null;
  /** Verbs and parameters of FEAT, upper case: `MLST` -> `type*;size*;`. Empty where FEAT was refused. */
  readonly features: ReadonlyMap<string, string>;
  readonly closed: boolean;
  /** Whether commands are sent ahead of replies here, so that several small transfers may be asked for side by side. */
  readonly pipelines: boolean;
  /** Settles when the control connection is gone, with the fault where it was not our own doing. */
  readonly gone: Promise<Error | null>;

  workingDirectory(): Promise<Pathname>;
  /** CWD, then PWD: where we are now. */
  changeDirectory(path: Pathname): Promise<Pathname>;
  /** Of an absolute pathname, as the site says or by the best the server has; complete only when it said so. */
  list(path: Pathname, options: ListOptions): Promise<ListingSummary>;
  retrieve(path: Pathname, sink: DataSink, options: TransferOptions): Promise<TransferOutcome>;
  store(path: Pathname, source: DataSource, options: TransferOptions): Promise<TransferOutcome>;
  /**
   * From this server to another one, over a data connection between the two (RFC 959 5.2). Complete when both say so.
   * Faults: as of a transfer, each side's; `between-servers` where the two do not do it.
   */
  copyTo(from: Pathname, target: UserFtp, to: Pathname, options: CopyOptions): Promise<CopyOutcome>;
  delete(path: Pathname): Promise<void>;
  makeDirectory(path: Pathname): Promise<void>;
  removeDirectory(path: Pathname): Promise<void>;
  rename(from: Pathname, to: Pathname): Promise<void>;
  /** Bytes, in TYPE I; null where the server does not know SIZE. */
  size(path: Pathname): Promise<number | null>;
  /** MDTM, milliseconds since the epoch; null where the server does not know it. */
  modified(path: Pathname): Promise<number | null>;
  /** MFMT, or MDTM with a time where that is what the server has; false where it has neither. */
  setModified(path: Pathname, epochMs: number): Promise<boolean>;
  /** SITE CHMOD. */
  changeMode(path: Pathname, mode: number): Promise<void>;
  noop(): Promise<void>;
  /** APPE: behind what the file holds. */
  append(path: Pathname, source: DataSource, options: TransferOptions): Promise<TransferOutcome>;
  /** STOU: into a directory, under a name that the server finds free. */
  storeUnique(directory: Pathname, source: DataSource, options: TransferOptions): Promise<UniqueOutcome>;
  /** NLST: the names in a directory and nothing else. */
  names(directory: Pathname, signal: AbortSignal | null): Promise<readonly Pathname[]>;
  /** CDUP, then PWD: where we are now. */
  toParentDirectory(): Promise<Pathname>;
  /** SMNT: another file system, under the same login. */
  mount(path: Pathname): Promise<void>;
  /** REIN, then the login again: where that put us. Refused under TLS, which it would end (RFC 4217 13). */
  reinitialize(): Promise<Pathname>;
  /** STAT, also in the middle of a transfer; with a path its listing. */
  status(path: Pathname | null): Promise<Reply>;
  /** HELP, of one command or of all. */
  help(topic: string | null): Promise<Reply>;
  /** SITE with its argument. */
  site(argument: string): Promise<Reply>;
  /** SYST: the name of the server's system in upper case; null where it does not say. */
  system(): Promise<string | null>;
  /** A command line as typed, every reply to it, and the text where it lists. Refused where it would move a file. */
  raw(line: string): Promise<TypedAnswer>;
  /** QUIT, then close; never throws. */
  quit(): Promise<void>;
  /** Closes both connections at once. */
  destroy(): void;
}
