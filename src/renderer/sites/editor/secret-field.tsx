import { useTranslation } from 'react-i18next';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './editor.module.css';
import type { SecretDraft } from './secret-changes.ts';

export interface SecretProps {
  readonly secret: SecretDraft;
  readonly changeSecret: (secret: SecretDraft) => void;
  /** Whether this system has a safe place for secrets. */
  readonly canKeep: boolean;
  /** Whether there is one already: the vault's or the open connection's. */
  readonly held: boolean;
}

/** A password's field. It can be typed only where it can be kept; else it is asked for when it is needed. */
export const SecretField = ({
  label,
  secret,
  changeSecret,
  canKeep,
  held,
}: SecretProps & { readonly label: string }) => {
  const { t } = useTranslation('editor');
  if (!canKeep) return null;
  return (
    <Field label={label}>
      <TextInput
        type="password"
        placeholder={held && secret.keep ? t('secret.kept') : t('secret.asked')}
        value={secret.typed}
        // Whoever types one wants it kept; the box beside it says that it will be.
        onChange={({ currentTarget: { value } }) => changeSecret({ typed: value, keep: secret.keep || value !== '' })}
      />
    </Field>
  );
};

/** Whether the password is kept; where it cannot be, why not. */
export const KeepSecret = ({ secret, changeSecret, canKeep }: Omit<SecretProps, 'held'>) => {
  const { t } = useTranslation('editor');
  if (!canKeep) return <p className={styles.quiet}>{t('secret.cannotKeep')}</p>;
  return (
    <Checkbox checked={secret.keep} onChange={(keep) => changeSecret({ typed: keep ? secret.typed : '', keep })}>
      {t('secret.keep')}
    </Checkbox>
  );
};
