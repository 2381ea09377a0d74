import type { FileEntry } from '#shared/ftp/file-entry.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import { displayName } from '#shared/ftp/pathname.ts';
import type { FindingOf } from '#shared/model/diagnosis.ts';
import { type Check, visitOf } from '../course.ts';
import { finding, wordsOf } from '../finding.ts';
import { type TriedListing, tryListing, tryNames } from '../try-listing.ts';

/** The same directory by the commands that the server has: whether each tells all, and whether it can be read. */
export const listing: Check = async function* (course) {
  if (course.way === null) {
    yield finding('listing', 'noData');
    return 'stop';
  }
  const { signal } = course;
  const visit = visitOf(course);
  const { features } = await visit.connection();
  const mlsd = features.has('MLST') ? await tryListing(visit, signal) : null;
  visit.learned.mlsdFails = true;
  const list = await tryListing(visit, signal);
  const names = list.summary === null ? await tryNames(visit, signal) : null;
  // Refused, the engine has listed by LIST instead.
  const isMlsd = mlsd !== null && mlsd.verbs.at(-1) === 'MLSD' && mlsd.summary !== null;
  course.listed = { mlsd: isMlsd ? mlsd.entries : null, list: list.summary === null ? null : list.entries };
  visit.learned.mlsdFails = !isMlsd;
  yield judgeListing({ promised: mlsd, mlsd: isMlsd ? mlsd : null, list, names });
  return 'go-on';
};

export interface Listings {
  /** What came where FEAT promised MLSD; null where it did not. */
  readonly promised: TriedListing | null;
  /** The same where it was MLSD that listed. */
  readonly mlsd: TriedListing | null;
  readonly list: TriedListing;
  /** By NLST, where LIST failed. */
  readonly names: readonly Pathname[] | null;
}

/** What the listings amount to beside each other. */
export const judgeListing = ({ promised, mlsd, list, names }: Listings): FindingOf<'listing'> => {
  const evidence = [...(promised?.evidence ?? []), ...list.evidence].slice(-30);
  const words = list.error === null ? '' : wordsOf(list.error);
  if (list.summary === null && mlsd === null) {
    if (names === null) return finding('listing', 'fails', { facts: { words }, evidence });
    return finding('listing', 'namesAlone', {
      facts: { words, number: names.length },
      evidence,
      fix: { listing: { command: 'NLST' } },
    });
  }
  const facts = { number: (mlsd ?? list).entries.length, listNumber: list.entries.length };
  if (promised !== null && mlsd === null) {
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
