import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import { formatCount, formatSize } from '../../format/format-size.ts';
import { formatTimeFully } from '../../format/format-time.ts';
import { application } from '../../state/application.ts';
import type { ListedEntry } from '../../state/listing/listing-table.ts';
import { type Place, shownPath } from '../../state/place.ts';
import styles from './dialogs.module.css';

interface EntryFactsProps {
  readonly place: Place;
  readonly entries: readonly ListedEntry[];
}

/** What the listing says of one entry, or of several together. */
export const EntryFacts = ({ place, entries }: EntryFactsProps) => {
  const { t } = useTranslation('browse');
  const [first] = entries;
  return (
    <dl className={styles.facts}>
      {entries.length === 1 && first ? <TypeFacts entry={first} /> : null}
      <Fact name={t('properties.path')}>{displayName(shownPath(place))}</Fact>
      <SizeFact entries={entries} />
      {entries.length === 1 && first ? <OwnFacts entry={first} /> : null}
    </dl>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </>
);

const TypeFacts = ({ entry }: { readonly entry: ListedEntry }) => {
  const { t } = useTranslation('browse');
  return (
    <>
      <Fact name={t('properties.type')}>{t(`types.${entry.type}`)}</Fact>
      {entry.target === null ? null : <Fact name={t('properties.target')}>{displayName(entry.target)}</Fact>}
    </>
  );
};

const OwnFacts = ({ entry }: { readonly entry: ListedEntry }) => {
  const { t } = useTranslation('browse');
  const locale = useStore(application, (state) => state.formatLocale);
  return (
    <>
      <Fact name={t('properties.modified')}>{modifiedWords(t, entry, locale)}</Fact>
      <Fact name={t('properties.owner')}>
        {entry.owner === null ? t('properties.unknown') : displayName(entry.owner)}
      </Fact>
      <Fact name={t('properties.group')}>
        {entry.group === null ? t('properties.unknown') : displayName(entry.group)}
      </Fact>
    </>
  );
};

const modifiedWords = (
  t: ReturnType<typeof useTranslation<'browse'>>['t'],
  { modified }: ListedEntry,
  locale: string,
): string => {
  if (modified === null) return t('properties.unknown');
  const time = formatTimeFully(modified, locale);
  return modified.zone === 'utc' ? time : t('serverTime', { time });
};

const SizeFact = ({ entries }: { readonly entries: readonly ListedEntry[] }) => {
  const { t } = useTranslation('browse');
  const locale = useStore(application, (state) => state.formatLocale);
  const known = entries.every((entry) => entry.size !== null && entry.type !== 'directory');
  const bytes = entries.reduce((sum, entry) => sum + (entry.size ?? 0), 0);
  const exact = t('sizeBytes', { count: bytes, replace: { count: formatCount(bytes, locale) } });
  const words = bytes < 1_000 ? exact : `${formatSize(bytes, locale)} (${exact})`;
  return <Fact name={t('properties.size')}>{known ? words : t('properties.unknown')}</Fact>;
};
