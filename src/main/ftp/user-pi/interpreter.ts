import type { Socket } from 'node:net';
import type { Stage } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { isCompletion, type Reply } from '#shared/ftp/reply.ts';
import type { ConnectOptions } from '../engine.ts';
import { command } from '../protocol/command.ts';
import type { PathnameCodec } from '../protocol/pathname-codec.ts';
import type { TlsClient } from '../security/tls-client.ts';
import type { ControlConnection } from './control-connection.ts';
import type { Dialogue } from './dialogue.ts';
import type { Pipelining } from './group-lock.ts';
import { replyFault } from './reply-fault.ts';

/** What the command sequences of one user-PI share. */
export interface Interpreter {
  readonly options: ConnectOptions;
  readonly control: ControlConnection;
  readonly dialogue: Dialogue;
  readonly codec: PathnameCodec;
  readonly tls: TlsClient;
  readonly state: ServerState;
  readonly pipelining: Pipelining;
}

/** A passive data connection that was announced along with the transfer before its own. */
export interface Announced {
  readonly verb: 'EPSV' | 'PASV';
  readonly reply: Promise<Reply>;
  /** Connected as soon as the port was known, or null where that did not come about; left out: not yet begun. */
  readonly socket?: Promise<Socket | null>;
}

/** What this user-PI knows of the server-PI's state, by what was sent and answered. */
export interface ServerState {
  features: ReadonlyMap<string, string>;
  /** What SYST said; null where it was refused. */
  system: string | null;
  /** The argument of the last TYPE that was taken; null where it is not known. */
  type: string | null;
  /** The same of STRU and MODE. */
  structure: string | null;
  mode: string | null;
  /** Where the person stands, null where it has to be asked; the server may be elsewhere after a listing. */
  directory: Pathname | null;
  /** Whether the server's working directory is another than `directory`. */
  strayed: boolean;
  /** Whether `LIST -a` has shown what is in a directory. */
  listsAll: boolean;
  /** Whether `STAT -a .` has; null before it was tried. */
  statusListsAll: boolean | null;
  /** What STAT told of directories, by their pathnames. */
  readonly statusDigests: Map<Pathname, string>;
  /** Whether the server's zone has been asked for. */
  zoneAsked: boolean;
  /** Whether MDTM with a time sets it; null before it was tried. */
  mdtmSets: boolean | null;
  /** Whether MFMT has set one. */
  mfmtSets: boolean;
  /** PROT P is in force (RFC 4217 9). */
  protectsData: boolean;
  /** Whether data connections to us are private; others, between servers, may differ for a while. */
  wantsPrivateData: boolean;
  /** SSCN ON: on data connections it is the client of TLS, as between two servers. */
  actsAsTlsClient: boolean;
  /** Whether the server may still hold the place of a REST whose transfer did not come to its end. */
  restarted: boolean;
  /** Whether a data connection has come to the default data port, so that its ports may be held by TCP for a while. */
  usedDefaultPort: boolean;
  /** Whether the server has refused to store a file for which no room was reserved. */
  wantsAllocation: boolean;
  /** For the next transfer; null where nothing was announced ahead. */
  announced: Announced | null;
  /** Transfer commands that are sent and not over. */
  underWay: number;
  /** Whether a NOOP in the middle of a transfer was answered 200 at once, or refused; null: neither yet. */
  answersNoop: boolean | null;
  /** What the server took last for an active data connection; null before. */
  activeVerb: 'EPRT' | 'PORT' | null;
  /** Whether the server has refused a RNTO, and may still hold its RNFR. */
  refusedRename: boolean;
  /** What HASH calculates now, as the server calls it; null where that is not known. */
  hashInForce: string | null;
  /** Commands for checksums that FEAT offers and the server does not have. */
  readonly refusedChecksums: Set<string>;
}

/** What this user-PI knows of a server before its first reply. */
export const freshState = (): ServerState => ({
  features: new Map(),
  system: null,
  // RFC 959 4.1.2: "the default representation type is ASCII Non-print", and not every server begins with it.
  type: null,
  structure: 'F',
  mode: 'S',
  directory: null,
  strayed: false,
  listsAll: false,
  statusListsAll: null,
  statusDigests: new Map(),
  zoneAsked: false,
  mdtmSets: null,
  mfmtSets: false,
  protectsData: false,
  wantsPrivateData: false,
  actsAsTlsClient: false,
  restarted: false,
  usedDefaultPort: false,
  wantsAllocation: false,
  announced: null,
  underWay: 0,
  answersNoop: null,
  activeVerb: null,
  refusedRename: false,
  hashInForce: null,
  refusedChecksums: new Set(),
});

/** Whether commands go out ahead of replies: by the person's choice, and by what the server has shown so far. */
export const pipeliningOf = (options: ConnectOptions): Pipelining => ({
  get used() {
    return options.pipelining && !options.learned.pipeliningFails;
  },
  get behindTransfers() {
    return options.learned.answersInOrder && !options.learned.onlyBetweenTransfers;
  },
});

/** Sends one command and waits for its final reply, whatever it is. */
export const ask = (
  { dialogue, codec }: Interpreter,
  verb: string,
  argument: string | null = null,
  stage: Stage = 'preparing',
): Promise<Reply> => {
  try {
    return dialogue.send(command(verb, argument, codec, stage), { stage }).final;
  } catch (error) {
    return Promise.reject(error);
  }
};

/**
 * Sends one command of the diagram that most have and waits for its completion (RFC 959 6):
 *
 *     B --cmd--> W --2--> S      1,3 -> E     4,5 -> F
 *
 * Faults: `reply` for 4yz and 5yz, `protocol: unexpected-reply` for the rest.
 */
export const demand = async (
  interpreter: Interpreter,
  verb: string,
  argument: string | null = null,
  stage: Stage = 'preparing',
): Promise<Reply> => {
  const reply = await ask(interpreter, verb, argument, stage);
  if (!isCompletion(reply)) throw replyFault(reply, verb, stage);
  return reply;
};

/**
 * Waits for commands that were sent together. All are waited for even when one fails, so that the next group does not
 * start before their replies are in; then the first failure, in the order given, is thrown.
 */
export const together = async <T extends readonly Promise<unknown>[]>(
  ...sent: T
): Promise<{ -readonly [I in keyof T]: Awaited<T[I]> }> => {
  await Promise.allSettled(sent);
  return Promise.all(sent);
};

/** RFC 959 4.2.1: the server-PI does not know the command or this form of it, whatever the argument. */
export const isNotImplemented = ({ code }: Reply): boolean => code === 500 || code === 502 || code === 504;
