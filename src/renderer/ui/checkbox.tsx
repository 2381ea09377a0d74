import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox';
import { Check, Minus } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import styles from './checkbox.module.css';

interface CheckboxProps {
  readonly checked: boolean;
  /** Some of what it stands for is on and some is off. */
  readonly mixed?: boolean;
  readonly onChange: (checked: boolean) => void;
  readonly disabled?: boolean;
  /** The words beside it. Without them give `label`. */
  readonly children?: ReactNode;
  readonly label?: string;
  /** One short line below. */
  readonly hint?: string;
}

/** A choice that is on or off. */
export const Checkbox = ({
  checked,
  mixed = false,
  onChange,
  disabled = false,
  children,
  label,
  hint,
}: CheckboxProps) => {
  const hintId = useId();
  const box = (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's, which renders an input
    <label className={styles.row}>
      <BaseCheckbox.Root
        className={styles.box}
        checked={checked}
        indeterminate={mixed}
        disabled={disabled}
        aria-label={label}
        aria-describedby={hint === undefined ? undefined : hintId}
        onCheckedChange={(next) => onChange(next)}
      >
        <BaseCheckbox.Indicator className={styles.mark}>
          {mixed ? <Minus size={12} strokeWidth={3} aria-hidden /> : <Check size={12} strokeWidth={3} aria-hidden />}
        </BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      {children}
    </label>
  );
  if (hint === undefined) return box;
  return (
    <div className={styles.hinted}>
      {box}
      <p id={hintId} className={styles.hint}>
        {hint}
      </p>
    </div>
  );
};
