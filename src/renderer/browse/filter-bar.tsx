import { ListFilter, X } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { closeFilter, filterPane } from '../actions/filter.ts';
import type { Side } from '../state/place.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './filter-bar.module.css';

interface FilterBarProps {
  readonly side: Side;
  /** Where the keyboard goes from here. */
  readonly files: RefObject<HTMLElement | null>;
  readonly filter: string;
  /** Grows when it should take the focus. */
  readonly asked: number;
}

/** Narrows a long folder to the names one is looking for, as one types. */
export const FilterBar = ({ side, files, filter, asked }: FilterBarProps) => {
  const { t } = useTranslation('browse');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (asked > 0) field.current?.select();
  }, [asked]);
  const close = (): void => {
    closeFilter(side);
    files.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'ArrowDown') files.current?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search className={styles.bar}>
      <ListFilter aria-hidden className={styles.icon} size={14} />
      <TextInput
        ref={field}
        aria-label={t('filter.label')}
        placeholder={t('filter.placeholder')}
        value={filter}
        onChange={(event) => filterPane(side, event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <IconButton icon={X} label={t('filter.close')} shortcut="Esc" onClick={close} />
    </search>
  );
};
