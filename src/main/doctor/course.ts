import { FaultError } from '#shared/fault.ts';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { Finding } from '#shared/model/diagnosis.ts';
import type { TlsVersion } from '#shared/model/tls-choice.ts';
import type { CertificateQuestion, ConnectOptions, Meeting } from '../ftp/engine.ts';
import type { Attempt, Way } from './attempts.ts';
import type { Lists } from './try-listing.ts';
import type { Visit } from './visit.ts';

/** Milliseconds that one wait may take. */
export interface Patience {
  /** For TCP and TLS of one connection, also one for data. */
  readonly connect: number;
  /** For a reply; some servers look up who we are before they greet. */
  readonly reply: number;
}

export const DEFAULT_PATIENCE: Patience = { connect: 8_000, reply: 20_000 };

/** Whether a certificate that no root vouches for is trusted all the same, and was expected. */
export type KeptTrust = 'trusted' | 'changed' | 'unknown';

/** What is examined. */
export interface Subject {
  readonly settings: ConnectionSettings;
  /** How the settings connect, with the password, proxy and certificates that belong to them. */
  readonly options: ConnectOptions;
  /** False: nobody knows one, and no login is tried. */
  readonly passwordKnown: boolean;
  /** Whether a login without encryption was agreed to, where the server has none. */
  readonly plainTextAgreed: boolean;
  /** What names that are not UTF-8 look like: iconv-lite's name of an encoding; null where nothing fits. */
  readonly guessEncoding: (names: readonly Pathname[]) => Promise<string | null>;
  /** Asks nobody. */
  readonly trust: (question: CertificateQuestion) => KeptTrust;
  readonly patience: Patience;
}

/** One examination under way: what is examined, and what has been found so far that the next checks go by. */
export interface Course {
  readonly subject: Subject;
  readonly signal: AbortSignal;
  /** How connections are made from here on: as the settings say, and as has been found to work better. */
  options: ConnectOptions;
  /** Numeric addresses of the host that answer; empty behind a proxy. */
  addresses: readonly string[];
  meeting: Meeting | null;
  /** What came of TLS on the control connection. */
  tls: 'unknown' | 'works' | 'fails' | 'not-offered';
  /** Versions of TLS that the server takes part in, the newest first. */
  versions: readonly TlsVersion[];
  /** The certificate that no root vouches for; null: all is well, or none was shown. */
  question: CertificateQuestion | null;
  /** Commands to try data connections with; those that the server refused are gone. */
  commands: readonly Lists[];
  /** What came of each way to a data connection that was tried. */
  readonly attempts: Map<Way, Attempt>;
  /** The way that listings go from here on; null: none is known to work. */
  way: Way | null;
  /** The same directory by MLSD and by LIST; null where that did not list. */
  listed: { readonly mlsd: readonly FileEntry[] | null; readonly list: readonly FileEntry[] | null };
  /** A visit that believes the host of a 227, where nothing else led to a data connection. */
  believing: Visit | null;
  /** Logged in; null before. */
  visit: Visit | null;
}

/** Whether there is any use in going on. */
export type Next = 'go-on' | 'stop';

/** One check: tells what it finds as it finds it. Faults: `cancelled` alone. */
export type Check = (course: Course) => AsyncGenerator<Finding, Next, void>;

/** The visit of a course whose login has been let in; checks behind the login run for no other. */
export const visitOf = ({ visit }: Course): Visit => {
  if (visit === null) throw new FaultError({ kind: 'defect', stage: 'preparing', detail: 'no login was made' });
  return visit;
};
