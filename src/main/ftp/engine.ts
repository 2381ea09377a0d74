import type { ByteRange } from '#shared/ftp/byte-range.ts';
import type { ChecksumAlgorithm } from '#shared/ftp/checksum.ts';
import type { FileEntry, ListingSummary } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import type { LocalForm, TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import type { TypedAnswer } from '#shared/ftp/typed-command.ts';
import type { ListingCommand } from '#shared/model/listing-choice.ts';

/** The engine as its users see it: the app's sessions, the transfer queue, the command line and the tests. */

export type {
  CertificateQuestion,
  ClientCertificate,
  ConnectOptions,
  DialogueObserver,
  OnLearned,
  ProtectedData,
  ProxyOptions,
  Timeouts,
  TlsOptions,
  TunnelOptions,
} from './connect-options.ts';

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

/**
 * How fast a transfer's data may go, asked piece by piece: whoever moves a piece tells its bytes and moves the next one
 * when its turn has come. Meanwhile the socket is left alone, so that the server waits by its window.
 */
export interface Pace {
  /** Bytes that are best moved at once, so that a limit is kept evenly; Infinity without one. At least 1. */
  readonly piece: number;
  /** These bytes are being moved. Null: the next may follow at once; else settles when they may, and never rejects. */
  turn(bytes: number): Promise<void> | null;
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

/** How much of a file is wanted. */
export interface Extent {
  /** Bytes from where the transfer begins; Infinity: all there are. Looked at as they come, so it may shrink meanwhile. */
  readonly length: number;
}

export interface TransferOptions {
  readonly parameters: TransferParameters;
  readonly form: LocalForm;
  /** Where both sides begin; null: at the start of the file. The sink or source stands at `localBytes` already. */
  readonly start: Checkpoint | null;
  /**
   * Of a retrieval: how much is wanted, in image, file structure and stream mode alone; null: all there is. When it is
   * here the server is stopped, and the connection can be used again.
   */
  readonly extent: Extent | null;
  /** Whether it will take long, so that it is worth finding out what the server bears meanwhile. */
  readonly long: boolean;
  /** ALLO before storing (RFC 959 4.1.3); null: not sent. */
  readonly allocate: Allocation | null;
  /** Counts bytes of the local file, not of the data connection. */
  readonly counter: ByteCounter;
  /**
   * Asked for what goes over the data connection: as it is on the wire in block, compressed and deflate mode; under TLS
   * without what TLS adds, about one byte in a hundred. Null: as fast as it goes.
   */
  readonly pace: Pace | null;
  readonly signal: AbortSignal | null;
  /** Told of each place the transfer could go on from; for what is received, once the sink has all before it. */
  readonly onCheckpoint: ((checkpoint: Checkpoint) => void) | null;
  /** Told of each preliminary reply (RFC 959 4.2, 1yz): the server begins. What is stored may be on its way before. */
  readonly onPreliminary?: (reply: Reply) => void;
}

/** A transfer that both connections reported complete, or of which all that was wanted is here. */
export interface TransferOutcome {
  /** Bytes of the local file. */
  readonly bytes: number;
  /** Where the server was stopped as no more was wanted: what it said to that. */
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

/** Which checksum of which bytes. */
export interface ChecksumOptions {
  readonly algorithm: ChecksumAlgorithm;
  /** Null: the whole file. */
  readonly range: ByteRange | null;
  readonly signal: AbortSignal | null;
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
 * out in the order of the calls, but short ones before transfers that wait. Every method throws FaultError; after a
 * `control-connection` fault, a 421 or `destroy` the object is finished and every further call throws at once.
 */
export interface UserFtp {
  readonly host: string;
  readonly port: number;
  /** The address of this machine that the control connection comes from; when it is gone, so is the connection. */
  readonly localAddress: string;
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
  /** The checksums this server calculates of files, the ones that tell most first; empty where it has none. */
  readonly checksums: readonly ChecksumAlgorithm[];
  /** One of them, of a file in TYPE I, in hex and lower case; null where the server does not tell it. */
  checksum(path: Pathname, options: ChecksumOptions): Promise<string | null>;
  noop(): Promise<void>;
  /** APPE: behind what the file holds. */
  append(path: Pathname, source: DataSource, options: TransferOptions): Promise<TransferOutcome>;
  /** STOU: into a directory, under a name that the server finds free. */
  storeUnique(directory: Pathname, source: DataSource, options: TransferOptions): Promise<UniqueOutcome>;
  /**
   * COMB, where FEAT has it: joins files of a directory, in this order, to another one there, behind what that holds, and
   * deletes them. None of the names may hold a quotation mark.
   */
  combine(directory: Pathname, target: string, parts: readonly string[]): Promise<void>;
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
