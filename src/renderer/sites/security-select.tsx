import { useTranslation } from 'react-i18next';
import type { Security } from '#shared/model/connection.ts';
import { SECURITY_CHOICES } from '../state/connection-draft.ts';
import { Select } from '../ui/select.tsx';

interface SecuritySelectProps {
  readonly value: Security;
  readonly onChange: (security: Security) => void;
  /** The accessible name where no Field stands around it. */
  readonly label?: string;
  readonly disabled?: boolean;
}

/** How the connection is protected, in plain words. */
export const SecuritySelect = ({ value, onChange, label, disabled = false }: SecuritySelectProps) => {
  const { t } = useTranslation('sites');
  return (
    <Select
      value={value}
      onChange={onChange}
      disabled={disabled}
      {...(label === undefined ? {} : { label })}
      options={SECURITY_CHOICES.map((choice) => ({
        value: choice,
        label: t(`securityChoice.${choice}`),
        hint: t(`securityHint.${choice}`),
      }))}
    />
  );
};
