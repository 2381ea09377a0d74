import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { makeFolder } from '../../actions/change-files.ts';
import { nameProblem } from '../../format/name-problem.ts';
import { closeBrowseDialog } from '../../state/dialogs.ts';
import type { Place } from '../../state/place.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';

/** Asks what a new folder is to be called. */
export const NewFolderDialog = ({ place }: { readonly place: Place }) => {
  const { t } = useTranslation(['browse', 'ui']);
  const [name, setName] = useState(() => t('newFolder.initial'));
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const problem = nameProblem(name);
  const create = async (): Promise<void> => {
    if (problem !== null || busy) return;
    setBusy(true);
    const made = await makeFolder(place, name.trim());
    // After a fault the dialog stays, so that another name can be tried.
    if (made) closeBrowseDialog();
    else setBusy(false);
  };
  return (
    <Dialog
      open
      onClose={closeBrowseDialog}
      title={t('newFolder.title')}
      initialFocus={() => {
        // Selected, so that typing replaces the name offered.
        field.current?.select();
        return field.current;
      }}
      onSubmit={() => void create()}
      buttons={
        <>
          <Button onClick={closeBrowseDialog}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" disabled={problem !== null || busy}>
            {t('newFolder.create')}
          </Button>
        </>
      }
    >
      <Field label={t('newFolder.name')} error={problem === null ? undefined : t(`nameProblem.${problem}`)}>
        <TextInput ref={field} value={name} onValueChange={setName} />
      </Field>
    </Dialog>
  );
};
