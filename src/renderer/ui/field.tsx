import { Field as BaseField } from '@base-ui/react/field';
import type { ReactNode } from 'react';
import styles from './field.module.css';
import hidden from './visually-hidden.module.css';

interface FieldProps {
  readonly label: string;
  /** Whether the label is only for those who do not see what stands beside the field. */
  readonly labelHidden?: boolean;
  readonly hint?: string | undefined;
  /** What is wrong with the value, in words; the field is marked invalid while it is there. */
  readonly error?: string | undefined;
  /** A TextInput, Select or another form control. */
  readonly children: ReactNode;
}

/** A form control with its label above and its hint or error below. */
export const Field = ({ label, labelHidden = false, hint, error, children }: FieldProps) => (
  <BaseField.Root className={styles.field} invalid={error !== undefined}>
    <BaseField.Label className={labelHidden ? hidden.hidden : styles.label}>{label}</BaseField.Label>
    {children}
    {error === undefined ? null : (
      <BaseField.Error match className={styles.error}>
        {error}
      </BaseField.Error>
    )}
    {hint === undefined || error !== undefined ? null : (
      <BaseField.Description className={styles.hint}>{hint}</BaseField.Description>
    )}
  </BaseField.Root>
);
