import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { displayName } from '#shared/ftp/pathname.ts';
import type { FindingOf } from '#shared/model/diagnosis.ts';
import { type Check, visitOf } from '../course.ts';
import { finding, wordsOf } from '../finding.ts';
import { type TriedListing, tryListing } from '../try-listing.ts';

/** The same directory by the commands that the server has: whether each tells all, and whether it can be read. */
export const listing: Check = async function* (course) {
  const { signal } = course;
  const visit = visitOf(course);
  if (course.way === null) {
    const stat = await tryListing(visit, 'STAT', signal);
    yield judgeStatus(stat);
    return 'stop';
  }
  const { features } = await visit.connection();
  const mlsd = features.has('MLST') ? await tryListing(visit, 'MLSD', signal) : null;
  const all = await tryListing(visit, 'LIST -a', signal);
  // A server to which -a is a name refuses it, or lists nothing.
  const list = all.entries.length > 0 ? all : await tryListing(visit, 'LIST', signal);
  const names = list.summary === null ? await tryListing(visit, 'NLST', signal) : null;
  course.listed = {
    mlsd: mlsd === null || mlsd.summary === null ? null : mlsd.entries,
    list: list.summary === null ? null : list.entries,
  };
  yield judgeListing({ mlsd, list, names });
  return 'go-on';
};

/** Without a data connection a directory may still be listed over the control connection (RFC 959 STAT). */
const judgeStatus = ({ summary, entries, evidence }: TriedListing): FindingOf<'listing'> =>
  summary === null || entries.length === 0
    ? finding('listing', 'noData', { evidence })
    : finding('listing', 'statAlone', {
        facts: { number: entries.length },
        evidence,
        fix: { listing: { command: 'STAT' } },
      });

export interface Listings {
  /** Null where FEAT does not promise it. */
  readonly mlsd: TriedListing | null;
  readonly list: TriedListing;
  /** By NLST, where LIST failed. */
  readonly names: TriedListing | null;
}

/** What the listings amount to beside each other. */
export const judgeListing = ({ mlsd, list, names }: Listings): FindingOf<'listing'> => {
  const evidence = [...(mlsd?.evidence ?? []), ...list.evidence].slice(-30);
  const words = list.error === null ? '' : wordsOf(list.error);
  const isMlsd = mlsd !== null && mlsd.summary !== null;
  if (list.summary === null && !isMlsd) {
    if (names === null || names.summary === null) return finding('listing', 'fails', { facts: { words }, evidence });
    return finding('listing', 'namesAlone', {
      facts: { words, number: names.entries.length },
      evidence,
      fix: { listing: { command: 'NLST' } },
    });
  }
  const facts = { number: (isMlsd ? mlsd : list).entries.length, listNumber: list.entries.length };
  if (mlsd !== null && !isMlsd) {
    return finding('listing', 'mlsdRefused', { facts, evidence, fix: { listing: { command: 'LIST' } } });
  }
  const strange = [mlsd, list].find((one) => (one?.summary?.notUnderstoodCount ?? 0) > 0);
  if (strange?.summary) {
    const { notUnderstood, notUnderstoodCount } = strange.summary;
    const line = displayName(notUnderstood[0] ?? '');
    const lines = notUnderstood.slice(0, 10).map(displayName);
    return finding('listing', 'notUnderstood', { facts: { number: notUnderstoodCount, line }, evidence: lines });
  }
  if (mlsd === null) {
    if (list.entries.length === 0) return finding('listing', 'empty', { evidence });
    return finding('listing', 'listAlone', { facts, evidence });
  }
  return judgeBoth(mlsd, list, facts, evidence);
};

const judgeBoth = (
  mlsd: TriedListing,
  list: TriedListing,
  facts: Readonly<Record<string, number>>,
  evidence: readonly string[],
): FindingOf<'listing'> => {
  const told = new Set(mlsd.entries.map(({ name }) => name));
  const lacking = list.entries.filter(({ name }) => !told.has(name));
  const missing = lacking.map((entry) => displayName(entry.name)).slice(0, 20);
  if (lacking.length > 0 && lacking.every(isHidden)) {
    return finding('listing', 'hidden', { facts: { ...facts, missing: lacking.length }, evidence: missing });
  }
  if (lacking.length > 0) {
    return finding('listing', 'mlsdLacks', {
      facts: { ...facts, missing: lacking.length },
      evidence: missing,
      fix: { listing: { command: 'LIST' } },
    });
  }
  if (mlsd.entries.length === 0) return finding('listing', 'empty', { evidence });
  return finding('listing', 'agree', { facts, evidence });
};

const isHidden = ({ name }: FileEntry): boolean => name.startsWith('.');
