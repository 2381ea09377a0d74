import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { mayBeDirectory } from '#shared/ftp/file-entry.ts';
import { displayName } from '#shared/ftp/pathname.ts';
import { deleteEntries } from '../../actions/change-files.ts';
import { closeBrowseDialog } from '../../state/dialogs.ts';
import { usable } from '../../state/entries.ts';
import type { ListedEntry } from '../../state/listing/listing-table.ts';
import type { Place } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { fileIcon } from '../format/file-icon.ts';
import styles from './dialogs.module.css';

/** Names listed; further ones are counted. */
const LISTED = 200;

interface DeleteDialogProps {
  readonly place: Place;
  readonly entries: readonly ListedEntry[];
}

/** Asks before anything is deleted, and says exactly what. */
export const DeleteDialog = ({ place, entries }: DeleteDialogProps) => {
  const { t } = useTranslation(['browse', 'ui']);
  const confirm = useRef<HTMLButtonElement>(null);
  const chosen = usable(entries);
  const local = place.kind === 'local';
  const goOn = (): void => {
    closeBrowseDialog();
    void deleteEntries(place, chosen);
  };
  const [first] = chosen;
  const many = local ? 'delete.trashMany' : 'delete.titleMany';
  const title =
    chosen.length === 1 && first
      ? t(local ? 'delete.trashOne' : 'delete.titleOne', { name: displayName(first.shown) })
      : t(many, { count: chosen.length });
  const withFolders = chosen.some(mayBeDirectory);
  const remoteWords = withFolders ? 'delete.remoteFolderWords' : 'delete.remoteWords';
  return (
    <Dialog
      open
      onClose={closeBrowseDialog}
      title={title}
      description={t(local ? 'delete.localWords' : remoteWords)}
      initialFocus={confirm}
      buttons={
        <>
          <Button onClick={closeBrowseDialog}>{t('ui:cancel')}</Button>
          <Button ref={confirm} kind="danger" onClick={goOn}>
            {t(local ? 'actions.trash' : 'actions.delete')}
          </Button>
        </>
      }
    >
      <ul className={styles.list} aria-label={t('delete.list')}>
        {chosen.slice(0, LISTED).map((entry) => (
          <EntryLine key={entry.name} entry={entry} />
        ))}
        {chosen.length > LISTED ? (
          <li className={styles.entry}>{t('delete.more', { count: chosen.length - LISTED })}</li>
        ) : null}
      </ul>
      {chosen.length < entries.length ? (
        <p className={styles.note}>{t('delete.unsafe', { count: entries.length - chosen.length })}</p>
      ) : null}
    </Dialog>
  );
};

const EntryLine = ({ entry }: { readonly entry: ListedEntry }) => {
  const Icon = fileIcon(entry.type, entry.name);
  return (
    <li className={styles.entry}>
      <Icon aria-hidden strokeWidth={1.5} />
      <span className={styles.entryName} title={displayName(entry.shown)}>
        {displayName(entry.shown)}
      </span>
    </li>
  );
};
