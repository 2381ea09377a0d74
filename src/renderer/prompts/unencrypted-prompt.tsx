import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Prompt } from '#shared/model/prompt.ts';
import { answer } from '../actions/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './prompts.module.css';

interface UnencryptedPromptProps {
  readonly prompt: Extract<Prompt, { kind: 'plain-text' | 'clear-data' }>;
}

/** Asks whether to go on in the clear: with all, or with files and listings where the server protects the login alone. */
export const UnencryptedPrompt = ({ prompt }: UnencryptedPromptProps) => {
  const { t } = useTranslation('prompts');
  const { t: ui } = useTranslation('ui');
  const cancel = useRef<HTMLButtonElement>(null);
  const dismiss = (): void => void answer(prompt.id, { kind: 'dismissed' });
  return (
    <Dialog
      open
      onClose={dismiss}
      stayOnOutsidePress
      title={t(`unencrypted.${prompt.kind}.title`, { host: displayName(prompt.host) })}
      initialFocus={cancel}
      onSubmit={() => void answer(prompt.id, { kind: prompt.kind })}
      buttons={
        <>
          <Button ref={cancel} onClick={dismiss}>
            {ui('cancel')}
          </Button>
          <Button type="submit">{t('unencrypted.goOn')}</Button>
        </>
      }
    >
      <div className={styles.column}>
        <p>{t(`unencrypted.${prompt.kind}.words`)}</p>
        <div>
          <p className={styles.quiet}>{t('unencrypted.said')}</p>
          <p className={styles.said}>{displayName(prompt.refusal)}</p>
        </div>
      </div>
    </Dialog>
  );
};
