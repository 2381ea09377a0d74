import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Prompt } from '#shared/model/prompt.ts';
import { answer } from '../actions/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './prompts.module.css';

interface PasswordPromptProps {
  readonly prompt: Extract<Prompt, { kind: 'password' }>;
}

/** Asks for a password. It stays in its field, is handed to main once, and goes with the dialog. */
export const PasswordPrompt = ({ prompt }: PasswordPromptProps) => {
  const { t } = useTranslation('prompts');
  const { t: ui } = useTranslation('ui');
  const [keep, setKeep] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const dismiss = (): void => void answer(prompt.id, { kind: 'dismissed' });
  return (
    <Dialog
      open
      onClose={dismiss}
      stayOnOutsidePress
      title={t('password.title', { host: displayName(prompt.host) })}
      initialFocus={password}
      onSubmit={() => void answer(prompt.id, { kind: 'password', password: password.current?.value ?? '', keep })}
      buttons={
        <>
          <Button onClick={dismiss}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('password.signIn')}
          </Button>
        </>
      }
    >
      <div className={styles.column}>
        <Field
          label={t('password.label', { user: displayName(prompt.user) })}
          error={prompt.refused ? t('password.refused') : undefined}
        >
          <TextInput ref={password} type="password" autoComplete="off" />
        </Field>
        {prompt.canKeep ? (
          <Checkbox checked={keep} onChange={setKeep}>
            {t('password.keep')}
          </Checkbox>
        ) : (
          <p className={styles.quiet}>{t('password.cannotKeep')}</p>
        )}
      </div>
    </Dialog>
  );
};
