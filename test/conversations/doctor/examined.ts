import { type ConnectionSettings, DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import { type Finding, withFixes } from '#shared/model/diagnosis.ts';
import { nothingLearned, withOverrides } from '#shared/model/learned-fact.ts';
import type { Subject } from '../../../src/main/doctor/course.ts';
import { examine } from '../../../src/main/doctor/examine.ts';
import { defaultConnectOptions } from '../../../src/main/ftp/defaults.ts';
import type { ConnectOptions } from '../../../src/main/ftp/engine.ts';
import { connectUserFtp } from '../../../src/main/ftp/user-ftp.ts';
import { guessEncoding } from '../../../src/main/session/names/guess-encoding.ts';
import type { ServerFtp, ServerScript } from '../../server-ftp/server-ftp.ts';
import { converse } from '../conversation.ts';

export interface Examined {
  readonly server: ServerFtp;
  readonly findings: readonly Finding[];
  /** `check: verdict` of each, in order. */
  readonly verdicts: readonly string[];
  /** Those that are a problem, or failed. */
  readonly troubles: readonly string[];
  of(check: Finding['check']): Finding;
  /** Names listed by a connection that is made with the fixes in the settings. */
  listedWithFixes(): Promise<{ readonly names: readonly string[]; readonly said: readonly string[] }>;
}

/** A scripted server as a site connects to it. */
export const subjectOf = (
  server: ServerFtp,
  script: ServerScript,
  changes: Partial<ConnectionSettings> = {},
  subjectChanges: Partial<Subject> = {},
): Subject => {
  const settings: ConnectionSettings = {
    ...DEFAULT_CONNECTION,
    host: '127.0.0.1',
    port: server.port,
    user: server.user,
    security: script.tls?.implicit === true ? 'implicit' : 'try',
    ...changes,
  };
  return {
    settings,
    options: optionsOf(settings, server.password, script.tls === undefined ? [] : [server.ca]),
    passwordKnown: true,
    plainTextAgreed: true,
    guessEncoding,
    trust: () => 'unknown',
    patience: { connect: 1_500, reply: 2_500 },
    ...subjectChanges,
  };
};

/** Examines a server that follows its script, by a site's settings, and tells what is found. */
export const examined = async (
  script: ServerScript,
  changes: Partial<ConnectionSettings> = {},
  subjectChanges: Partial<Subject> = {},
  optionChanges: Partial<ConnectOptions> = {},
): Promise<Examined> => {
  const { server } = await converse(script);
  const made = subjectOf(server, script, changes, subjectChanges);
  const subject: Subject = { ...made, options: { ...made.options, ...optionChanges } };
  const { settings, options } = subject;
  const findings: Finding[] = [];
  for await (const found of examine(subject, new AbortController().signal)) findings.push(found);
  const named = ({ check, verdict }: Finding): string => `${check}: ${verdict}`;
  return {
    server,
    findings,
    verdicts: findings.map(named),
    troubles: findings.filter(({ outcome }) => outcome === 'problem' || outcome === 'failed').map(named),
    of: (check) => {
      const found = findings.find((one) => one.check === check);
      if (!found) throw new Error(`no finding of ${check} among ${findings.map(named).join(', ')}`);
      return found;
    },
    listedWithFixes: async () => {
      const fixed = withFixes(settings, findings);
      const before = server.commands.length;
      const ftp = await connectUserFtp({
        ...optionsOf(fixed, server.password, options.tls.ca),
        learned: withOverrides(nothingLearned(), fixed.overrides),
        timeouts: { connect: 1_500, reply: 2_500, data: 2_500 },
      });
      const names: string[] = [];
      try {
        await ftp.list(ftp.home, { signal: null, onEntries: (some) => names.push(...some.map(({ name }) => name)) });
      } finally {
        await ftp.quit();
      }
      return { names, said: server.commands.slice(before) };
    },
  };
};

const optionsOf = (settings: ConnectionSettings, password: string, ca: readonly string[]): ConnectOptions => {
  const defaults = defaultConnectOptions();
  const { host, port, user, security, dataConnection, encoding, trustPassiveHost, pipelining, listing, overrides } =
    settings;
  return {
    ...defaults,
    ...{
      host,
      port,
      user,
      password,
      security,
      dataConnection,
      encoding,
      trustPassiveHost,
      pipelining,
      listing,
      overrides,
    },
    tls: { ...defaults.tls, ...settings.tls, clientCertificate: null, ca, decidePlainText: async () => true },
  };
};
