import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Prompt } from '#shared/model/prompt.ts';
import { answer } from '../actions/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

interface AccountPromptProps {
  readonly prompt: Extract<Prompt, { kind: 'account' }>;
}

/** Asks for the account that a server wants beside user and password. Some use it as a second password: it is hidden. */
export const AccountPrompt = ({ prompt }: AccountPromptProps) => {
  const { t } = useTranslation('prompts');
  const { t: ui } = useTranslation('ui');
  const account = useRef<HTMLInputElement>(null);
  const dismiss = (): void => void answer(prompt.id, { kind: 'dismissed' });
  return (
    <Dialog
      open
      onClose={dismiss}
      stayOnOutsidePress
      title={t('account.title', { host: displayName(prompt.host) })}
      initialFocus={account}
      onSubmit={() => void answer(prompt.id, { kind: 'account', account: account.current?.value ?? '' })}
      buttons={
        <>
          <Button onClick={dismiss}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('account.send')}
          </Button>
        </>
      }
    >
      <Field
        label={t('account.label', { user: displayName(prompt.user) })}
        error={prompt.refused ? t('account.refused') : undefined}
      >
        <TextInput ref={account} type="password" autoComplete="off" />
      </Field>
    </Dialog>
  );
};
