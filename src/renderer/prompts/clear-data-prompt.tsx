import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Prompt } from '#shared/model/prompt.ts';
import { answer } from '../actions/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './prompts.module.css';

interface ClearDataPromptProps {
  readonly prompt: Extract<Prompt, { kind: 'clear-data' }>;
}

/** Asks whether files and listings may travel in the clear, as the server protects the login alone. */
export const ClearDataPrompt = ({ prompt }: ClearDataPromptProps) => {
  const { t } = useTranslation('prompts');
  const { t: ui } = useTranslation('ui');
  const cancel = useRef<HTMLButtonElement>(null);
  const dismiss = (): void => void answer(prompt.id, { kind: 'dismissed' });
  return (
    <Dialog
      open
      onClose={dismiss}
      stayOnOutsidePress
      title={t('clearData.title', { host: displayName(prompt.host) })}
      initialFocus={cancel}
      onSubmit={() => void answer(prompt.id, { kind: 'clear-data' })}
      buttons={
        <>
          <Button ref={cancel} onClick={dismiss}>
            {ui('cancel')}
          </Button>
          <Button type="submit">{t('clearData.goOn')}</Button>
        </>
      }
    >
      <div className={styles.column}>
        <p>{t('clearData.words')}</p>
        <p className={styles.quiet}>{t('clearData.said', { refusal: displayName(prompt.refusal) })}</p>
      </div>
    </Dialog>
  );
};
