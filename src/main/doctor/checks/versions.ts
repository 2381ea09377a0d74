import type { FindingOf, Fix } from '#shared/model/diagnosis.ts';
import { TLS_VERSIONS, type TlsChoice, type TlsVersion } from '#shared/model/tls-choice.ts';
import type { Check, Course } from '../course.ts';
import { finding, tlsWords } from '../finding.ts';
import { hadHandshake, knock } from '../knock.ts';

const MODERN: readonly TlsVersion[] = ['TLSv1.3', 'TLSv1.2'];
/** No longer safe (RFC 8996); looked for only where there is nothing better. */
const OLD: readonly TlsVersion[] = ['TLSv1.1', 'TLSv1'];

/** Which versions of TLS the server takes part in, each tried alone. */
export const versions: Check = async function* (course) {
  if (course.tls !== 'works' && course.tls !== 'fails') return 'go-on';
  const evidence: string[] = [];
  const found = await takingPart(course, MODERN, evidence);
  course.versions = found.length > 0 ? found : await takingPart(course, OLD, evidence);
  const judged = judgeVersions(course.versions, course.options.tls, evidence);
  if (judged.fix?.tls !== undefined) {
    const { minVersion, maxVersion } = { ...course.options.tls, ...judged.fix.tls };
    course.options = { ...course.options, tls: { ...course.options.tls, minVersion, maxVersion } };
  }
  yield judged;
  return judged.outcome === 'failed' && course.options.security !== 'none' ? 'stop' : 'go-on';
};

const takingPart = async (
  course: Course,
  tried: readonly TlsVersion[],
  evidence: string[],
): Promise<readonly TlsVersion[]> => {
  const security = course.options.security === 'implicit' ? 'implicit' : 'explicit';
  const found: TlsVersion[] = [];
  for (const version of tried) {
    const tls = { ...course.options.tls, minVersion: version, maxVersion: version };
    const met = await knock(course, { security, tls });
    if (hadHandshake(met)) found.push(version);
    course.question ??= met.question;
    evidence.push(`${version}: ${hadHandshake(met) ? 'yes' : `no, ${met.error?.message ?? ''}`}`);
  }
  return found;
};

/** What the server's versions mean for a site that allows some. */
export const judgeVersions = (
  found: readonly TlsVersion[],
  { minVersion, maxVersion }: Pick<TlsChoice, 'minVersion' | 'maxVersion'>,
  evidence: readonly string[],
): FindingOf<'versions'> => {
  const facts = { versions: found.map(tlsWords).join(', ') };
  const [newest] = found;
  if (newest === undefined) return finding('versions', 'none', { evidence });
  const rank = (version: TlsVersion): number => TLS_VERSIONS.indexOf(version);
  const allowed = found.some((version) => rank(version) >= rank(minVersion) && rank(version) <= rank(maxVersion));
  const isOld = OLD.includes(newest);
  if (!allowed) {
    const fix: Fix = { tls: rank(newest) < rank(minVersion) ? { minVersion: newest } : { maxVersion: newest } };
    return finding('versions', isOld ? 'old' : 'excluded', { facts, evidence, fix });
  }
  if (isOld) return finding('versions', 'old', { facts, evidence });
  return finding('versions', found.length > 1 ? 'modern' : 'one', { facts, evidence });
};
