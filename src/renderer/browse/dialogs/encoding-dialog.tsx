import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SessionId } from '#shared/model/session.ts';
import { chooseEncoding } from '../../actions/name-encoding.ts';
import { encodingOptions } from '../../format/encoding-options.ts';
import { closeBrowseDialog } from '../../state/dialogs.ts';
import { sessionOf, sessions } from '../../state/sessions.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';

/** Asks how the names of a server are to be read. */
export const EncodingDialog = ({ sessionId }: { readonly sessionId: SessionId }) => {
  const { t } = useTranslation(['browse', 'ui']);
  const session = useStore(sessions, (state) => sessionOf(state, sessionId));
  const { chosen = 'auto', guessed = null } = session?.names ?? {};
  const [encoding, setEncoding] = useState(chosen);
  const use = async (): Promise<void> => {
    if (await chooseEncoding(sessionId, encoding)) closeBrowseDialog();
  };
  const kept = session?.siteId == null ? t('encoding.notKept') : t('encoding.keptWithSite');
  return (
    <Dialog
      open
      onClose={closeBrowseDialog}
      title={t('encoding.title')}
      description={guessed === null ? t('encoding.description') : t('encoding.guessed', { encoding: guessed })}
      onSubmit={() => void use()}
      buttons={
        <>
          <Button onClick={closeBrowseDialog}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('encoding.use')}
          </Button>
        </>
      }
    >
      <Field label={t('encoding.label')} hint={`${t('encoding.bytesStay')} ${kept}`}>
        <Select
          value={encoding}
          onChange={setEncoding}
          options={[{ value: 'auto', label: t('encoding.auto') }, ...encodingOptions(t, guessed, chosen)]}
        />
      </Field>
    </Dialog>
  );
};
