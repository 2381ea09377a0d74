import { Button as BaseButton } from '@base-ui/react/button';
import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

type ButtonKind = 'default' | 'primary' | 'danger' | 'plain';

export interface ButtonProps extends Omit<ComponentProps<typeof BaseButton>, 'className'> {
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
export const Button = ({ kind = 'default', size = 'medium', ...rest }: ButtonProps) => (
  <BaseButton {...rest} className={classNames(styles.button, KIND[kind], size === 'small' && styles.small)} />
);
