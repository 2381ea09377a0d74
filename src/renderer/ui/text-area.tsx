import { Field } from '@base-ui/react/field';
import type { ComponentProps } from 'react';
import styles from './field.module.css';

type TextAreaProps = Omit<ComponentProps<'textarea'>, 'className'>;

/** A few lines of text. Enter begins a new line. */
export const TextArea = ({ rows = 4, ...props }: TextAreaProps) => (
  <Field.Control
    render={<textarea autoComplete="off" spellCheck={false} rows={rows} {...props} className={styles.area} />}
  />
);
