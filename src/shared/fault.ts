/**
 * The one taxonomy of what can go wrong. A fault records facts only: what the words should be is the renderer's (and
 * the command line's) business, what to do about it is `advice`'s.
 */

/**
 * How far the work had come. The remedy depends on it: a refused transfer command can be sent again as it is, a data
 * connection lost after the preliminary reply leaves a part of a file behind, a control connection lost after the
 * data leaves an outcome nobody knows.
 */
export type Stage =
  /** Name resolution, TCP and, for implicit TLS, the TLS handshake of the control connection. */
  | 'connecting'
  /** Waiting for the 220. */
  | 'greeting'
  /** AUTH, USER, PASS, ACCT and what belongs to them. */
  | 'logging-in'
  /** TYPE, PASV, PORT, REST, CWD and every command that moves no data. */
  | 'preparing'
  /** The transfer command (RETR, STOR, LIST …) is sent, no preliminary reply yet. */
  | 'transfer-command'
  /** The preliminary reply (1yz) has come, data may be flowing. */
  | 'after-preliminary-reply'
  /** All data has gone through, the completion reply is missing. */
  | 'after-data'
  /** Everything is transferred; what comes after (rename into place, MFMT, flush) failed. */
  | 'finishing';

export type ConnectionCause =
  | 'host-not-found'
  | 'refused'
  | 'unreachable'
  | 'timeout'
  | 'reset'
  | 'closed'
  /** The server said 421 and closed. */
  | 'service-closing'
  /** An incoming data connection came from somebody else's address. */
  | 'stranger'
  | ProxyCause
  | 'other';

/** What goes wrong at a proxy, and not at the server. */
export type ProxyCause =
  /** It has no such name, nothing listens there, or it does not answer. */
  | 'proxy-unreachable'
  /** It wants a user name and a password, or refused ours. */
  | 'proxy-login'
  /** It does not do what was asked, by its rules or because it does not know it. */
  | 'proxy-refused'
  /** It tried and did not get through, or was lost on the way. */
  | 'proxy-failed'
  /** What answers there is no proxy of this kind. */
  | 'not-a-proxy';

const PROXY_CAUSES: ReadonlySet<string> = new Set<ProxyCause>([
  'proxy-unreachable',
  'proxy-login',
  'proxy-refused',
  'proxy-failed',
  'not-a-proxy',
]);

/** Whether a proxy is what a connection failed at. */
export const isProxyCause = (cause: ConnectionCause): cause is ProxyCause => PROXY_CAUSES.has(cause);

export type ProtocolReason =
  | 'not-ftp'
  | 'line-too-long'
  | 'reply-too-long'
  | 'malformed-reply'
  | 'unexpected-reply'
  | 'bytes-before-tls'
  /** It agreed to go on in the clear (CCC) and did not end TLS as that has to be ended. */
  | 'tls-not-ended'
  | 'malformed-address'
  | 'size-mismatch'
  /** The copy is not the same as its source: their checksums differ, or what was there already. */
  | 'content-mismatch'
  | 'data-not-closed'
  /** What came on the data connection does not follow the structure or the mode that was agreed. */
  | 'malformed-data'
  /** The data connection ended before the end of the file was marked, where structure or mode mark it. */
  | 'no-end-of-file'
  /** The server itself marked some of the data as possibly wrong (RFC 959 3.4.2). */
  | 'suspect-data';

export type SecurityReason =
  | 'tls-not-offered'
  | 'tls-handshake'
  | 'certificate-refused'
  | 'certificate-changed'
  | 'data-certificate-differs'
  | 'protection-refused'
  /** A proxy that speaks FTP reads every line, so there can be no TLS with the server behind it. */
  | 'proxy-reads-along'
  | 'session-not-resumed'
  /** Ours cannot be read or opened, or the server does not take it, or wants one. */
  | 'client-certificate'
  | 'truncated';

export type LocalCause =
  | 'not-found'
  | 'no-permission'
  | 'exists'
  | 'not-a-directory'
  | 'is-a-directory'
  | 'disk-full'
  | 'name-not-possible'
  | 'changed-meanwhile'
  | 'other';

export type RefusedReason =
  /** CR, LF or NUL in an argument: it would be a second command on the wire. */
  | 'unsafe-argument'
  /** A name that must not be joined to a local path. */
  | 'unsafe-name'
  /** A symbolic link stands where a folder of the transfer should be made. */
  | 'through-link'
  /** Something of that name is in the folder on the server already, and a move would put an end to it. */
  | 'name-taken'
  | 'not-connected'
  | 'not-supported'
  /** A command that moves a file was typed: there is no file for it. */
  | 'file-command'
  /** A command was typed that only the program itself may send. */
  | 'governed'
  /** Transfer parameters that RFC 959 gives no meaning together, or none for this file. */
  | 'no-meaning'
  /** A file is to be compared by its checksum, and none is to be had. */
  | 'no-checksum'
  | 'bad-input'
  /** The person said no to a prompt. */
  | 'declined'
  | LeftReason;

/** Why a transfer left the file that is there as it is. Nothing went wrong: it was wanted so, by a person or a rule. */
export type LeftReason =
  /** Files that are there are left. */
  | 'there-already'
  /** It is not older than the source. */
  | 'not-newer'
  | 'same-size'
  | 'same-content'
  /** It was to be gone on with, and all of it is there. */
  | 'all-there';

const LEFT_REASONS: ReadonlySet<string> = new Set<LeftReason>([
  'there-already',
  'not-newer',
  'same-size',
  'same-content',
  'all-there',
]);

/** Whether a transfer ended because the file that is there was to be left as it is. */
export const isLeft = (fault: Fault): boolean => fault.kind === 'refused-here' && LEFT_REASONS.has(fault.reason);

/** One of the two servers of a transfer between servers. */
export type ServerSide = 'source' | 'target';

/** Why two servers do not transfer to each other (RFC 959 5.2); where it says "it", `side` names which. */
export type BetweenReason =
  /** It sends no data to an address that is not ours, or takes none from there. */
  | 'foreign-address'
  /** It offers no port for the other one to call. */
  | 'no-passive'
  /** One calls the other, and the data connection does not come about. */
  | 'cannot-connect'
  /** The data would go in the clear although the person asked for encryption. */
  | 'not-encrypted'
  /** Both know how to encrypt it, and the encrypted data connection does not come about. */
  | 'encryption-failed'
  /** It does not have the type, the structure or the mode that both would need. */
  | 'parameters-refused';

export type Fault =
  | {
      readonly kind: 'reply';
      readonly stage: Stage;
      /** The verb of the command answered, or null for the greeting. */
      readonly command: string | null;
      /** The three digits, 4yz or 5yz. */
      readonly code: number;
      /** The server's own words, lines joined by LF, without the code. */
      readonly text: string;
    }
  | { readonly kind: 'protocol'; readonly stage: Stage; readonly reason: ProtocolReason; readonly detail: string }
  | {
      readonly kind: 'control-connection';
      readonly stage: Stage;
      readonly cause: ConnectionCause;
      /** The server's, or the proxy's where the cause is the proxy. */
      readonly host: string;
      readonly port: number;
      /** The system's words (`ECONNREFUSED …`) or the server's (`421 …`). */
      readonly detail: string;
    }
  | {
      readonly kind: 'data-connection';
      readonly stage: Stage;
      readonly cause: ConnectionCause;
      readonly detail: string;
    }
  | { readonly kind: 'security'; readonly stage: Stage; readonly reason: SecurityReason; readonly detail: string }
  | {
      readonly kind: 'local-file';
      readonly stage: Stage;
      readonly cause: LocalCause;
      readonly path: string;
      readonly detail: string;
    }
  | {
      readonly kind: 'listing';
      readonly stage: Stage;
      readonly reason: 'incomplete' | 'not-understood' | 'too-long';
      readonly detail: string;
    }
  | {
      readonly kind: 'between-servers';
      readonly stage: Stage;
      readonly reason: BetweenReason;
      readonly side: ServerSide | 'both';
      /** The hosts of the two. */
      readonly source: string;
      readonly target: string;
      /** What the servers said, each with its host. */
      readonly detail: string;
    }
  | { readonly kind: 'refused-here'; readonly stage: Stage; readonly reason: RefusedReason; readonly detail: string }
  | { readonly kind: 'cancelled'; readonly stage: Stage }
  | { readonly kind: 'defect'; readonly stage: Stage; readonly detail: string };

export type FaultKind = Fault['kind'];

/** The one class the engine and the services throw. Everything known is in `fault`; the message is for developers. */
export class FaultError extends Error {
  readonly fault: Fault;
  constructor(fault: Fault, options?: ErrorOptions) {
    super(summary(fault), options);
    this.name = 'FaultError';
    this.fault = fault;
  }
}

/** Any thrown value as a fault; what is not ours is a defect, with its stack in the detail. */
export const toFault = (thrown: unknown, stage: Stage): Fault => {
  if (thrown instanceof FaultError) return thrown.fault;
  const detail = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return { kind: 'defect', stage, detail };
};

const summary = (fault: Fault): string => {
  switch (fault.kind) {
    case 'reply':
      return `${fault.command ?? 'greeting'}: ${fault.code} ${fault.text} (${fault.stage})`;
    case 'cancelled':
      return `cancelled (${fault.stage})`;
    case 'defect':
      return `defect: ${fault.detail} (${fault.stage})`;
    case 'control-connection':
    case 'data-connection':
    case 'local-file':
      return `${fault.kind}: ${fault.cause} ${fault.detail} (${fault.stage})`;
    case 'protocol':
    case 'security':
    case 'listing':
    case 'between-servers':
    case 'refused-here':
      return `${fault.kind}: ${fault.reason} ${fault.detail} (${fault.stage})`;
  }
};
