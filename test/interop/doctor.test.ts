import { readFileSync } from 'node:fs';
import { mkdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DEFAULT_CONNECTION } from '#shared/model/connection.ts';
import { type Finding, isTrouble } from '#shared/model/diagnosis.ts';
import { examine } from '../../src/main/doctor/examine.ts';
import { defaultConnectOptions } from '../../src/main/ftp/defaults.ts';
import { guessEncoding } from '../../src/main/session/names/guess-encoding.ts';
import { onEveryServer } from './scenario.ts';
import { certificateFile } from './servers/certificate-files.ts';
import type { RealServer } from './servers/real-server.ts';

/** Examines a server by a site's settings, with nothing learned before. */
const examined = async ({ host, port, user, password }: RealServer): Promise<readonly Finding[]> => {
  const defaults = defaultConnectOptions();
  const settings = { ...DEFAULT_CONNECTION, host, port, user };
  const options = {
    ...defaults,
    ...{ host, port, user, password },
    tls: { ...defaults.tls, ca: [readFileSync(certificateFile('root'), 'utf8')] },
  };
  const patience = { connect: 8_000, reply: 20_000 };
  const subject = {
    guessEncoding,
    settings,
    options,
    passwordKnown: true,
    plainTextAgreed: true,
    trust: () => 'unknown' as const,
    patience,
  };
  const findings: Finding[] = [];
  for await (const found of examine(subject, new AbortController().signal)) findings.push(found);
  return findings;
};

const named = ({ check, verdict, facts }: Finding): string => `${check}: ${verdict} ${JSON.stringify(facts)}`;

/** A folder as there are many: hidden and accented names, a folder within. */
const fill = async ({ root }: RealServer): Promise<void> => {
  await mkdir(join(root, 'docs'));
  for (const name of ['a.txt', 'Gr\u00F6\u00DFe.txt', '.hidden']) {
    await writeFile(join(root, name), 'hello');
    await utimes(join(root, name), AN_HOUR_AGO, AN_HOUR_AGO);
  }
};
const AN_HOUR_AGO = Date.now() / 1000 - 3600;

onEveryServer('the doctor', (server, known) => {
  it('finds nothing wrong', async () => {
    await fill(server());
    const findings = await examined(server());
    expect(findings.filter(isTrouble).map(named)).toEqual([]);
    const verdicts = new Map(findings.map(({ check, verdict }) => [check, verdict]));
    expect(verdicts.get('data')).toBe('works');
    expect(verdicts.get('listing')).toMatch(known.machineListings ? /^(agree|hidden)$/ : /^listAlone$/);
    expect(verdicts.get('encoding')).toBe('utf8');
    expect(verdicts.get('connections')).toBe('two');
  });
});

onEveryServer(
  'the doctor under TLS',
  (server, known) => {
    it('finds nothing wrong, and tells whether data connections resume', async () => {
      await fill(server());
      const findings = await examined(server());
      expect(findings.filter(isTrouble).map(named)).toEqual([]);
      const verdicts = new Map(findings.map(({ check, verdict }) => [check, verdict]));
      expect(verdicts.get('encryption')).toBe('works');
      expect(verdicts.get('versions')).toBe('modern');
      expect(verdicts.get('certificate')).toBe('trusted');
      // Its processes share no key for tickets, and it demands none.
      expect(verdicts.get('resumption')).toBe(known.name === 'Pure-FTPd' ? 'notResumed' : 'resumed');
      expect(verdicts.get('data')).toBe('works');
    });
  },
  { tls: 'any', which: ({ tls }) => tls },
);
