import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import { changeMode } from '../../actions/change-files.ts';
import { application } from '../../state/application.ts';
import { closeBrowseDialog } from '../../state/dialogs.ts';
import { usable } from '../../state/entries.ts';
import type { ListedEntry } from '../../state/listing/listing-table.ts';
import type { Place } from '../../state/place.ts';
import { sessionOf, sessions } from '../../state/sessions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { bitsOf, commonBits, octalOf, parseOctal } from '../format/permission-bits.ts';
import styles from './dialogs.module.css';
import { EntryFacts } from './entry-facts.tsx';
import { PermissionFields } from './permission-fields.tsx';

interface PropertiesDialogProps {
  readonly place: Place;
  readonly entries: readonly ListedEntry[];
}

/** What is known of the selected entries, and their permissions to change. */
export const PropertiesDialog = ({ place, entries }: PropertiesDialogProps) => {
  const { t } = useTranslation(['browse', 'ui']);
  const common = commonBits(
    entries.flatMap((entry) => (entry.permissions === null ? [] : [bitsOf(entry.permissions)])),
  );
  const [octal, setOctal] = useState(common.mixed === 0 ? octalOf(common.bits) : '');
  const canChange = useCanChangeMode(place, entries);
  const mode = parseOctal(octal);
  const changed = mode !== null && (common.mixed !== 0 || mode !== common.bits);
  const apply = (): void => {
    if (mode === null) return;
    closeBrowseDialog();
    void changeMode(place, entries, mode);
  };
  const [first] = entries;
  const title =
    entries.length === 1 && first
      ? t('properties.titleOne', { name: displayName(first.shown) })
      : t('properties.titleMany', { count: entries.length });
  return (
    <Dialog
      open
      size="medium"
      onClose={closeBrowseDialog}
      title={title}
      buttons={
        canChange ? (
          <>
            <Button onClick={closeBrowseDialog}>{t('ui:cancel')}</Button>
            <Button kind="primary" disabled={!changed} onClick={apply}>
              {t('properties.apply')}
            </Button>
          </>
        ) : (
          <Button onClick={closeBrowseDialog}>{t('ui:close')}</Button>
        )
      }
    >
      <EntryFacts place={place} entries={entries} />
      <PermissionFields
        bits={mode ?? common.bits}
        mixed={mode === null ? common.mixed : 0}
        octal={octal}
        canChange={canChange}
        onOctal={setOctal}
      />
      {canChange || place.kind === 'local' ? null : <p className={styles.note}>{t('properties.cannotChange')}</p>}
    </Dialog>
  );
};

/** Whether permissions can be set here at all: Windows has none of this kind, and some servers lack SITE CHMOD. */
const useCanChangeMode = (place: Place, entries: readonly ListedEntry[]): boolean => {
  const session = useStore(sessions, (state) => (place.kind === 'remote' ? sessionOf(state, place.sessionId) : null));
  const platform = useStore(application, (state) => state.info.platform);
  if (usable(entries).length === 0) return false;
  return place.kind === 'local' ? platform !== 'win32' : (session?.can.changeMode ?? false);
};
