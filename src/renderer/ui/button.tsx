import styles from './button.module.css';
import { classNames } from './class-names.ts';
import { type ButtonPartProps, useButtonPart } from './toolbar-part.ts';

type ButtonKind = 'default' | 'primary' | 'danger' | 'plain';

export interface ButtonProps extends Omit<ButtonPartProps, 'className'> {
  readonly kind?: ButtonKind;
  readonly size?: 'small' | 'medium';
}

const KIND: Readonly<Record<ButtonKind, string | undefined>> = {
  default: undefined,
  primary: styles.primary,
  danger: styles.danger,
  plain: styles.plain,
};

/** A button with words. One `primary` at most stands in a dialog or bar. */
export const Button = ({ kind = 'default', size = 'medium', ...rest }: ButtonProps) => {
  const Part = useButtonPart();
  return <Part {...rest} className={classNames(styles.button, KIND[kind], size === 'small' && styles.small)} />;
};
