import type { Reply } from '#shared/ftp/reply.ts';
import type { DataConnectionChoice, Security } from '#shared/model/connection.ts';
import type { Evidence, LearnedFact, LearnedFacts, LearnedOverrides } from '#shared/model/learned-fact.ts';
import type { ListingChoice } from '#shared/model/listing-choice.ts';
import type { LoginChoice } from '#shared/model/login-choice.ts';
import type { CertificateProblem, CertificateView } from '#shared/model/prompt.ts';
import type { ProxyServer } from '#shared/model/proxy.ts';
import type { TlsChoice } from '#shared/model/tls-choice.ts';

/** What the engine has to be told to connect, and whom it asks and tells meanwhile. */

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
