import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import type { TransferView } from '#shared/model/transfer.ts';
import { retryUnder } from '../actions/transfers.ts';
import { nameProblem, stemLength } from '../format/name-problem.ts';
import { anotherName, closeAnotherName } from '../state/another-name.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

/** Asks for another name of a file that failed, where somebody wanted to give one. */
export const AnotherNameHost = () => {
  const view = useStore(anotherName, (state) => state.of);
  return view === null ? null : <AnotherNameDialog view={view} />;
};

const AnotherNameDialog = ({ view }: { readonly view: TransferView }) => {
  const { t } = useTranslation(['transfers', 'browse', 'ui']);
  const before = displayName(view.name);
  const [name, setName] = useState(before);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const problem = nameProblem(name);
  const cannot = busy || problem !== null || name === before;
  const retry = async (): Promise<void> => {
    if (cannot) return;
    setBusy(true);
    // Where that cannot be its name the dialog stays, so that another can be tried.
    if (await retryUnder(view.id, name)) closeAnotherName();
    else setBusy(false);
  };
  return (
    <Dialog
      open
      onClose={closeAnotherName}
      title={t('anotherName.title')}
      description={t(view.direction === 'download' ? 'anotherName.here' : 'anotherName.there', { name: before })}
      initialFocus={() => {
        // What tells the kind of file stays: typing replaces the name before it.
        field.current?.setSelectionRange(0, stemLength(before, false));
        return field.current;
      }}
      onSubmit={() => void retry()}
      buttons={
        <>
          <Button onClick={closeAnotherName}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" disabled={cannot}>
            {t('anotherName.confirm')}
          </Button>
        </>
      }
    >
      <Field label={t('anotherName.label')} error={problem === null ? undefined : t(`browse:nameProblem.${problem}`)}>
        <TextInput ref={field} value={name} onValueChange={setName} />
      </Field>
    </Dialog>
  );
};
