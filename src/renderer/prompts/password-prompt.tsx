import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Prompt } from '#shared/model/prompt.ts';
import { answer } from '../actions/prompts.ts';
import { sites } from '../state/sites.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './prompts.module.css';

interface PasswordPromptProps {
  readonly prompt: Extract<Prompt, { kind: 'password' }>;
}

/**
 * Asks for a password: the login's, the proxy's, or that of a client certificate's file. It stays in its field, is
 * handed to main once, and goes with the dialog.
 */
export const PasswordPrompt = ({ prompt }: PasswordPromptProps) => {
  const { t } = useTranslation('prompts');
  const { t: ui } = useTranslation('ui');
  const { purpose } = prompt;
  const storage = useStore(sites, (state) => state.passwordStorage);
  const [keep, setKeep] = useState(false);
  const password = useRef<HTMLInputElement>(null);
  const dismiss = (): void => void answer(prompt.id, { kind: 'dismissed' });
  const names = { host: displayName(prompt.host), user: displayName(prompt.user) };
  return (
    <Dialog
      open
      onClose={dismiss}
      stayOnOutsidePress
      title={t(`password.title.${purpose}`, names)}
      initialFocus={password}
      onSubmit={() => void answer(prompt.id, { kind: 'password', password: password.current?.value ?? '', keep })}
      buttons={
        <>
          <Button onClick={dismiss}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit">
            {purpose === 'client-certificate' ? t('password.unlock') : t('password.signIn')}
          </Button>
        </>
      }
    >
      <div className={styles.column}>
        {prompt.challenge === null ? null : (
          <div>
            <p className={styles.quiet}>{t('password.challenge')}</p>
            <p className={styles.said}>{displayName(prompt.challenge)}</p>
          </div>
        )}
        <Field
          label={t(`password.label.${purpose}`, names)}
          error={prompt.refused ? t(`password.refused.${purpose}`) : undefined}
        >
          <TextInput ref={password} type="password" autoComplete="off" />
        </Field>
        {purpose === 'one-time' ? null : prompt.canKeep ? (
          <Checkbox checked={keep} onChange={setKeep}>
            {t('password.keep')}
          </Checkbox>
        ) : (
          <p className={styles.quiet}>
            {storage === 'keychain' ? t('password.keptWithSite') : t('password.cannotKeep')}
          </p>
        )}
      </div>
    </Dialog>
  );
};
