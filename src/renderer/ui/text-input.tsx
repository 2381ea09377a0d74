import { Input } from '@base-ui/react/input';
import type { ComponentProps } from 'react';
import styles from './field.module.css';

export type TextInputProps = Omit<ComponentProps<typeof Input>, 'className'>;

/** One line of text. Without a `Field` around it, give it an `aria-label`. */
export const TextInput = (props: TextInputProps) => (
  <Input autoComplete="off" spellCheck={false} {...props} className={styles.input} />
);
