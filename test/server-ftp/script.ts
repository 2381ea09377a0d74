import type { Page } from './codecs/pages.ts';

/**
 * What a server-FTP process should do in a test. An empty script is a well-behaved server with an empty tree in
 * memory and the user `tester`; every field departs from that in one named way. Misbehaviour is data: no test
 * writes a server of its own.
 */

/** A file of the tree in memory: its text or bytes alone, or with what else is known of it. */
export type ScriptedFile = string | Uint8Array | ScriptedFileDetails;

export interface ScriptedFileDetails {
  readonly content?: string | Uint8Array;
  /** In place of the content: a record file (RFC 959 3.1.2.2). */
  readonly records?: readonly (string | Uint8Array)[];
  /** In place of the content: a paged file (RFC 959 3.1.2.3). */
  readonly pages?: readonly Page[];
  /** Milliseconds since 1970. */
  readonly modified?: number;
  /** Permission bits, 0o644 by default. */
  readonly mode?: number;
}

export interface ScriptedUser {
  /** null: any password will do, as for anonymous. */
  readonly password: string | null;
  /** PASS is answered 332 and the login is complete only after this ACCT. */
  readonly account?: string;
  /** Where the user stands after login; `/` by default. */
  readonly home?: string;
}

/**
 * How to answer one command, or to greet. A plain string is a whole answer:
 * - 4yz and 5yz stand in place of the action: nothing happens, that is said;
 * - other texts replace the action's own completion reply: it happens, that is said (`'257 odd'` to MKD);
 * - `''` is silence: nothing happens, nothing is said.
 * CRLF is added where the text does not end in LF. A text may hold several lines and several replies. Bytes go out
 * exactly as given, with nothing added.
 */
export type Answer = string | Uint8Array | DetailedAnswer;

export interface DetailedAnswer {
  /** As a plain answer; left out: the normal one. */
  readonly say?: string | Uint8Array;
  /** Whether the action happens although `say` speaks for it (or is silence): a DELE whose 250 is lost. */
  readonly act?: boolean;
  /** Sent before the answer: an unsolicited reply. */
  readonly before?: string;
  /** Sent right behind the answer, in the same packet where there is one. */
  readonly after?: string;
  /** Milliseconds to let pass first. */
  readonly delay?: number;
  /** To be waited for first: the test says when. */
  readonly until?: Promise<unknown>;
  /**
   * In place of an answer, without end: `line` a line that never ends, `reply` a reply of ever more lines,
   * `replies` preliminary replies one after another.
   */
  readonly endless?: 'line' | 'reply' | 'replies';
  /** What becomes of the control connection after the answer: FIN, or RST. */
  readonly andThen?: 'close' | 'reset';
}

/** One answer for every time, or one for each time in turn; null: the normal one, as after the last. */
export type Answers = Answer | readonly (Answer | null)[];

/** What RFC 959 leaves to the sender in block and compressed mode, and in the stream mode of record structure. */
export interface TransmissionScript {
  /** Data bytes in a block, up to 65,535; 4,096 by default. */
  readonly blockBytes?: number;
  /** EOR and EOF come in a block, string or code of their own rather than with the last data. */
  readonly endsApart?: boolean;
  /** Bytes of the file between two restart markers; 65,536 by default. 0: no markers. */
  readonly markEvery?: number;
  /** Markers also stand in the middle of records. */
  readonly marksInsideRecords?: boolean;
  /** These data bytes, counted as they are sent, are marked as suspect (descriptor 32). */
  readonly suspect?: { readonly from: number; readonly to: number };
}

/** How the data connection of one transfer command goes wrong. */
export interface DataScript {
  /** In place of the server's `transmission`. */
  readonly transmission?: TransmissionScript;
  /** In place of the 150. */
  readonly preliminary?: Answer;
  /** In place of the 226. `''`: it never comes. */
  readonly completion?: Answer;
  /** The 226 goes out before the first byte of data. */
  readonly completionFirst?: boolean;
  /** Bytes sent in place of the file or the listing. */
  readonly content?: string | Uint8Array;
  /** Sending or receiving ends after so many bytes. Receiving, the completion is 426 unless `completion` says more. */
  readonly stopAfter?: number;
  /** How the data connection ends: FIN (after close_notify), RST, FIN without close_notify, or not at all. */
  readonly ending?: 'close' | 'reset' | 'no-close-notify' | 'never';
  /** The control connection is reset once so many bytes of data have passed; the data connection with it. */
  readonly vanishAfter?: number;
  /** No more than so many bytes at a time … */
  readonly chunkBytes?: number;
  /** … and so many milliseconds between them. */
  readonly chunkPause?: number;
  /** Waited for once `stopAfter` (or all) has been sent, before the data connection ends: the test says when. */
  readonly endWhen?: Promise<unknown>;
}

export type DataScripts = DataScript | readonly (DataScript | null)[];

/** Which of the certificates in `certificate/` is shown. */
export type CertificateName = 'localhost' | 'other' | 'expired' | 'elsewhere' | 'self-signed';

export interface TlsScript {
  /** `localhost` by default. */
  readonly certificate?: CertificateName;
  /** Shown on data connections; sessions of the control connection are then not resumed. */
  readonly dataCertificate?: CertificateName;
  /** Both by default. */
  readonly version?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
  /** TLS from the first byte, as on port 990. */
  readonly implicit?: boolean;
  /** The transfer fails with this reply unless the data connection resumed a session of this server's. */
  readonly requireResumption?: '522' | '425';
  /** Sessions of the other version are taken for new ones, which `requireResumption` refuses. */
  readonly resumesOnly?: 'TLSv1.2' | 'TLSv1.3';
  /** Sent in the clear in the same packet behind the 234: what an attacker in between would put there. */
  readonly injectAfterAuth?: string;
  /** Any USER or PASS in the clear is answered 530, as strict servers do. */
  readonly required?: boolean;
  /** The client has to show a certificate of the test root; without one the connection ends in the handshake. */
  readonly clientCertificate?: 'required';
  /** PROT P is taken, and data goes in the clear all the same. */
  readonly dataInClear?: boolean;
  /** PROT P is taken, and the data connection is closed in the handshake, with this reply behind the 150. */
  readonly dataRefused?: string;
  /**
   * CCC is taken (RFC 4217 5), and TLS then ends properly, or not at all, or somebody says `220 Hello` in the clear before
   * it does. Left out: CCC is answered 534.
   */
  readonly clearControl?: 'properly' | 'without-close-notify' | 'after-words-in-the-clear';
}

/** What PASV or EPSV announces in place of the truth. */
export interface PassiveScript {
  /** The host in the 227. */
  readonly host?: string;
  /** It is no lie: the port is open at `host`, and not at the address of the control connection. */
  readonly listensThere?: boolean;
  /** Announces a port where nobody listens. */
  readonly leadsNowhere?: boolean;
}

/** A directory that exists only as a listing of so many entries, `file-0000001.bin` and on. */
export interface GeneratedDirectory {
  readonly entries: number;
  /** Entries written at a time (1,000 by default) … */
  readonly batch?: number;
  /** … and milliseconds between two batches. */
  readonly pause?: number;
}

export interface ServerScript {
  /** The folder to serve. Without it: a tree in memory. */
  readonly root?: string;
  /** What the tree in memory holds: `docs/a.txt` a file with all directories above it, `empty/` a directory. */
  readonly files?: Readonly<Record<string, ScriptedFile>>;
  /** Directories by pathname (`/big`) whose listing is made up on the way. */
  readonly generated?: Readonly<Record<string, GeneratedDirectory>>;
  /** By name; `{ tester: { password: 'tester-pw' } }` by default. */
  readonly users?: Readonly<Record<string, ScriptedUser>>;
  /** Where to listen; 127.0.0.1 by default. The further ones of 127.0.0.0/8 make two servers strangers to each other. */
  readonly address?: '127.0.0.1' | '127.0.0.2' | '127.0.0.3' | '::1';
  /** One of the well-known; a free one by default, with the port below it free as well. */
  readonly port?: number;
  /** The 220, by connection. `{ say: '421 Too many', andThen: 'close' }` as the second one refuses a second connection. */
  readonly greeting?: Answers;
  /** So many control connections at a time: a further one is greeted with 421 and closed. */
  readonly mostConnections?: number;
  /** `120 Service ready in nnn minutes.` first; the 220 when the test says so (RFC 959 5.4). */
  readonly delayedGreeting?: { readonly minutes: number; readonly until: Promise<unknown> };
  /** What comes before the greeting has gone out is ignored, as some servers do; otherwise it is answered after it. */
  readonly dropsEarlyCommands?: boolean;
  /**
   * These commands, by verb, want an account first (RFC 959 4.1.1 ACCT): answered 532 the command is discarded, answered
   * 332 it is kept and done when ACCT has named the account.
   */
  readonly accountWanted?: { readonly account: string; readonly by: Readonly<Record<string, '332' | '532'>> };
  /** STOR, STOU and APPE are answered 503 without an ALLO before them, and 552 where more comes than it said. */
  readonly allocationRequired?: boolean;
  /** REST before STOR goes to any place, behind the end too, and what is behind is kept, as on vsftpd. Else it is cut off. */
  readonly keepsBehind?: boolean;
  /** A file is locked for whoever stores it, as on vsftpd: the next STOR is answered when the one before is through. */
  readonly locksFiles?: boolean;
  /**
   * How STOU tells the name: in the preliminary reply `125 FILE: name` or `150 FILE: name` (RFC 1123 4.1.2.9), or in the
   * completion reply `250 FILE: name`. 150 by default.
   */
  readonly uniqueNameIn?: '125' | '150' | '250';
  /** By verb (`EPSV`) or whole command line (`RETR a.txt`, which wins); counted over all connections. */
  readonly replies?: Readonly<Record<string, Answers>>;
  /** By verb or whole command line, for the commands that open a data connection. */
  readonly data?: Readonly<Record<string, DataScripts>>;
  /** FEAT's lines in place of the true ones. To refuse FEAT: `replies: { FEAT: '500 no' }`. */
  readonly features?: readonly string[];
  /**
   * Which commands for checksums it has, and says so in FEAT: HASH, XCRC, XMD5, XSHA, XSHA1, XSHA256, XSHA512, MD5,
   * MMD5. None by default.
   */
  readonly checksums?: readonly string[];
  /** How LIST looks; `unix` by default. */
  readonly listStyle?: 'unix' | 'dos';
  readonly transmission?: TransmissionScript;
  /** Without it AUTH is answered 502. */
  readonly tls?: TlsScript;
  /** A PORT or EPRT address that is not the client's is refused with this code, as most servers do (RFC 2577 3). */
  readonly refusesForeignAddress?: '500' | '501' | '504';
  /** A data connection to a PASV or EPSV port from another address than the client's is turned away: 425. */
  readonly refusesForeignPeer?: boolean;
  readonly passive?: Readonly<Partial<Record<'PASV' | 'EPSV', PassiveScript>>>;
  /** Before the server connects to a PORT or EPRT address, somebody else does, from 127.0.0.2, and sends bytes. */
  readonly strangerFirst?: boolean;
  /**
   * The client's default data port is called from any port, as by a server without the right to the one below its own.
   * It also saves the second that Linux keeps the last connection between the two default ports in TIME_WAIT.
   */
  readonly unprivileged?: boolean;
  /**
   * ABOR during a transfer: `at-once` 426 and 226 (RFC 959 5.4); `after-transfer` the file is finished first, as
   * vsftpd and ProFTPD do; `folded` one 226 for both, as Pure-FTPd may.
   */
  readonly abort?: 'at-once' | 'after-transfer' | 'folded';
  /** STAT during a transfer: `at-once` its progress (RFC 959 4.1.3), `after-transfer` like any other command. */
  readonly status?: 'at-once' | 'after-transfer';
  /**
   * Telnet's interrupt `FF F4 FF F2` before a command: `understood`; `garbage` a part of the command, which is then
   * unknown; `garbage-twice` a command of its own and a part of the next, both answered 502, as ftp-srv does.
   */
  readonly interrupt?: 'understood' | 'garbage' | 'garbage-twice';
  /**
   * Commands that come during a transfer are answered at once, as pyftpdlib does; PASV, EPSV, PORT and EPRT then cut the
   * data connection, and the transfer gets no further reply. A second transfer command waits.
   */
  readonly concurrent?: boolean;
  /** The 226 waits until the client has closed its side of the data connection, as vsftpd and ProFTPD do. */
  readonly holdsCompletion?: boolean;
  /**
   * Milliseconds that a round trip takes: a command is heard and a data connection stands that much later. With it
   * `ConnectionRecord.roundTrips` counts exactly, since nobody can answer what has not come yet.
   */
  readonly roundTrip?: number;
  /** The disk holds no more than so many bytes in one file: STOR, APPE and STOU end in this reply. */
  readonly diskFull?: { readonly after: number; readonly reply: '452' | '552' };
  /** Every reply leaves so many bytes at a time, each in a packet of its own. */
  readonly bytesAtATime?: number;
  /** Milliseconds between those. */
  readonly bytesPause?: number;
  /** Milliseconds to wait for the client's data connection before the 425; 5,000 by default. */
  readonly dataTimeout?: number;
}
