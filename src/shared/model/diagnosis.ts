import type { ConnectionSettings } from './connection.ts';
import type { LearnedOverrides } from './learned-fact.ts';
import type { ListingChoice } from './listing-choice.ts';
import type { TlsChoice } from './tls-choice.ts';

/**
 * How what was found is to be taken.
 * - `ok`: as it should be
 * - `note`: worth knowing, nothing has to be done
 * - `problem`: works worse than it could
 * - `failed`: does not work
 * - `skipped`: could not be looked at
 */
export type Outcome = 'ok' | 'note' | 'problem' | 'failed' | 'skipped';

/** Checks that a login needs; one that fails means that nobody can connect. */
const CONNECTING: readonly string[] = ['name', 'reach', 'greeting', 'encryption', 'versions', 'certificate', 'login'];

/** Every check in the order of an examination, what can come of it, and how that is to be taken. */
export const CHECKS = {
  name: { isAddress: 'ok', resolved: 'ok', byProxy: 'skipped', notFound: 'failed' },
  reach: {
    reached: 'ok',
    someSilent: 'note',
    elsewhere: 'problem',
    refused: 'failed',
    silent: 'failed',
    unreachable: 'failed',
  },
  greeting: {
    greets: 'ok',
    slow: 'note',
    wantsTls: 'problem',
    isPlain: 'problem',
    busy: 'failed',
    notFtp: 'failed',
    silent: 'failed',
    refused: 'failed',
    proxyFails: 'failed',
  },
  encryption: {
    works: 'ok',
    notOffered: 'note',
    byProxy: 'skipped',
    notWanted: 'problem',
    elsewhere: 'problem',
    missing: 'failed',
    fails: 'failed',
  },
  versions: { modern: 'ok', one: 'ok', excluded: 'problem', old: 'problem', none: 'failed' },
  certificate: {
    trusted: 'ok',
    kept: 'ok',
    untrusted: 'failed',
    otherHost: 'failed',
    expired: 'failed',
    changed: 'failed',
  },
  login: {
    works: 'ok',
    noPassword: 'skipped',
    notSafe: 'skipped',
    unencrypted: 'skipped',
    passwordRefused: 'failed',
    accountWanted: 'failed',
    busy: 'failed',
    fails: 'failed',
  },
  server: { tells: 'ok', silent: 'note' },
  pipelining: { inOrder: 'ok', off: 'skipped', fails: 'problem' },
  protection: { works: 'ok', inClear: 'skipped', chosenClear: 'note', refused: 'failed' },
  epsv: { works: 'ok', refused: 'note', blocked: 'note', brokenOff: 'note' },
  pasv: {
    works: 'ok',
    otherHost: 'note',
    otherHostOnly: 'note',
    refused: 'note',
    blocked: 'note',
    brokenOff: 'note',
    ipv6: 'skipped',
  },
  eprt: { works: 'ok', refused: 'note', blocked: 'note', brokenOff: 'note', byProxy: 'skipped' },
  port: { works: 'ok', refused: 'note', blocked: 'note', brokenOff: 'note', ipv6: 'skipped', byProxy: 'skipped' },
  data: {
    works: 'ok',
    pasvOnly: 'problem',
    otherHost: 'problem',
    activeOnly: 'problem',
    passiveOnly: 'problem',
    none: 'failed',
  },
  resumption: {
    resumed: 'ok',
    inClear: 'skipped',
    notSeen: 'skipped',
    notResumed: 'note',
    olderOnly: 'problem',
    fails: 'failed',
  },
  listing: {
    agree: 'ok',
    listAlone: 'ok',
    empty: 'skipped',
    noData: 'skipped',
    statAlone: 'note',
    hidden: 'note',
    mlsdRefused: 'problem',
    mlsdLacks: 'problem',
    notUnderstood: 'problem',
    namesAlone: 'problem',
    fails: 'failed',
  },
  encoding: {
    plain: 'ok',
    utf8: 'ok',
    chosen: 'ok',
    noNames: 'skipped',
    isUtf8: 'problem',
    other: 'problem',
    unknown: 'problem',
  },
  times: { utc: 'ok', same: 'ok', unknown: 'skipped', zone: 'note', ahead: 'note' },
  keepAlive: { works: 'ok', refused: 'note' },
  connections: { two: 'ok', one: 'problem' },
  examination: { brokenOff: 'failed' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Outcome>>>>;

export type CheckId = keyof typeof CHECKS;

export type Verdict<C extends CheckId> = keyof (typeof CHECKS)[C] & string;

/** What the words of a verdict have placeholders for: names, addresses, counts, the server's own words. */
export type Facts = Readonly<Record<string, string | number>>;

/** What of a site's settings is to be changed. Groups of settings are changed member by member. */
export type Fix = Partial<Omit<ConnectionSettings, 'tls' | 'listing' | 'overrides'>> & {
  readonly tls?: Partial<TlsChoice>;
  readonly listing?: Partial<ListingChoice>;
  readonly overrides?: LearnedOverrides;
};

/** What came of a certain check. */
export interface FindingOf<C extends CheckId> {
  readonly check: C;
  readonly verdict: Verdict<C>;
  readonly outcome: Outcome;
  readonly facts: Facts;
  /** Lines of the dialogue and the system's words that show it, secrets masked. */
  readonly evidence: readonly string[];
  readonly fix: Fix | null;
}

/** What came of one check. */
export type Finding = { readonly [C in CheckId]: FindingOf<C> }[CheckId];

/** Names what a finding says: `data.pasvOnly`. */
export type VerdictKey = { readonly [C in CheckId]: `${C}.${Verdict<C>}` }[CheckId];

export const verdictKey = ({ check, verdict }: Finding): VerdictKey => `${check}.${verdict}` as VerdictKey;

/** The settings with a fix in them. */
export const withFix = (settings: ConnectionSettings, fix: Fix): ConnectionSettings => ({
  ...settings,
  ...fix,
  tls: { ...settings.tls, ...fix.tls },
  listing: { ...settings.listing, ...fix.listing },
  overrides: { ...settings.overrides, ...fix.overrides },
});

/** The settings with the fixes of all findings in them, in the order of the examination. */
export const withFixes = (settings: ConnectionSettings, findings: readonly Finding[]): ConnectionSettings =>
  findings.reduce((changed, { fix }) => (fix === null ? changed : withFix(changed, fix)), settings);

/** Whether it keeps anybody from connecting. */
export const isInTheWay = ({ check, outcome }: Finding): boolean => outcome === 'failed' && CONNECTING.includes(check);

/** Whether something was found that has to be changed or does not work. */
export const isTrouble = ({ outcome }: Finding): boolean => outcome === 'problem' || outcome === 'failed';
