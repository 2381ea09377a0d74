import type { ConnectionSettings } from '#shared/model/connection.ts';
import { type FindingOf, type Fix, withFix } from '#shared/model/diagnosis.ts';
import type { Way } from '../attempts.ts';
import { finding } from '../finding.ts';

export type WayFinding = FindingOf<'epsv'> | FindingOf<'pasv'> | FindingOf<'eprt'> | FindingOf<'port'>;

/** Which way listings and files should go, and what the site has to be told for that. */
export interface DataChoice {
  /** Null where none works. */
  readonly way: Way | null;
  readonly judged: FindingOf<'data'>;
}

/** The first that works: passive ones before active ones, newer commands before older ones (RFC 2428). */
export const judgeData = (found: ReadonlyMap<Way, WayFinding>, settings: ConnectionSettings): DataChoice => {
  const works = (way: Way): boolean => {
    const verdict = found.get(way)?.verdict;
    return verdict === 'works' || verdict === 'otherHost';
  };
  const active = works('EPRT') ? 'EPRT' : works('PORT') ? 'PORT' : null;
  const passive = works('EPSV') ? 'EPSV' : works('PASV') ? 'PASV' : null;
  const wantsActive = settings.dataConnection === 'active' || settings.dataConnection === 'default-port';
  const settle = (way: Way, verdict: 'pasvOnly' | 'otherHost' | 'activeOnly' | 'passiveOnly', fix: Fix): DataChoice => {
    const isSet = JSON.stringify(withFix(settings, fix)) === JSON.stringify(settings);
    return {
      way,
      judged: isSet ? finding('data', 'works', { facts: { way } }) : finding('data', verdict, { facts: { way }, fix }),
    };
  };
  // Without announcing a port the server calls; whether it would is not tried here.
  if (wantsActive && (active !== null || settings.dataConnection === 'default-port')) {
    const way = active ?? passive;
    if (way !== null) return { way, judged: finding('data', 'works', { facts: { way } }) };
  }
  if (passive === 'EPSV') {
    if (wantsActive) return settle('EPSV', 'passiveOnly', { dataConnection: 'passive' });
    return { way: 'EPSV', judged: finding('data', 'works', { facts: { way: 'EPSV' } }) };
  }
  if (passive === 'PASV') {
    const otherwise = settings.dataConnection === 'auto' || settings.dataConnection === 'passive';
    const overrides = { epsvFails: true };
    return settle('PASV', 'pasvOnly', otherwise ? { overrides } : { dataConnection: 'passive', overrides });
  }
  if (found.get('PASV')?.verdict === 'otherHostOnly') {
    return settle('PASV', 'otherHost', { trustPassiveHost: true, overrides: { epsvFails: true } });
  }
  if (active !== null) {
    const overrides = active === 'PORT' ? { overrides: { eprtFails: true } } : {};
    return settle(active, 'activeOnly', { dataConnection: 'active', ...overrides });
  }
  const evidence = [...found.values()].flatMap((way) => way.evidence.slice(-3));
  return { way: null, judged: finding('data', 'none', { evidence }) };
};
