import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './examination.module.css';

interface PasswordForExaminationProps {
  readonly user: string;
  readonly onPassword: (password: string) => void;
}

/** The examination asks nobody by itself: whoever wants it to go on past the login gives the password here. */
export const PasswordForExamination = ({ user, onPassword }: PasswordForExaminationProps) => {
  const { t } = useTranslation('doctor');
  const password = useRef<HTMLInputElement>(null);
  return (
    <form
      className={styles.password}
      onSubmit={(event) => {
        event.preventDefault();
        // The dialog may stand over a form of its own, which is not to be sent.
        event.stopPropagation();
        onPassword(password.current?.value ?? '');
      }}
    >
      <Field label={t('password', { user: displayName(user) })}>
        <TextInput ref={password} type="password" />
      </Field>
      <Button type="submit">{t('withPassword')}</Button>
    </form>
  );
};
