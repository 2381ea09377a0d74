import { ListFilter, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Direction, TransferState } from '#shared/model/transfer.ts';
import { closeTransferFilter, filterTransfers } from '../actions/show-transfers.ts';
import { shownView, statesOf, transfers } from '../state/transfers.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './transfer-filter.module.css';

const DIRECTIONS = ['download', 'upload', 'between'] as const satisfies readonly Direction[];

/** Narrows the list in sight as one types, and to a direction or a state. `onLeave` has the keyboard go to the rows. */
export const TransferFilter = ({ onLeave }: { readonly onLeave: () => void }) => {
  const { t } = useTranslation('transfers');
  const list = useStore(transfers, (state) => state.list);
  const asked = useStore(transfers, (state) => state.filterAsked);
  const { text, direction, state } = useStore(transfers, (now) => shownView(now).query);
  const field = useRef<HTMLInputElement>(null);
  const taken = useRef(0);
  useEffect(() => {
    if (asked === taken.current) return;
    taken.current = asked;
    field.current?.select();
  }, [asked]);
  const close = (): void => {
    closeTransferFilter();
    onLeave();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' || event.key === 'ArrowDown') onLeave();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const directions = [
    { value: 'any' as const, label: t('filter.anyDirection') },
    ...DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) })),
  ];
  const states = [
    { value: 'any' as const, label: t('filter.anyState') },
    ...statesOf(list).map((value) => ({ value, label: t(`state.${value}`) })),
  ];
  return (
    <search className={styles.bar}>
      <ListFilter aria-hidden className={styles.icon} size={14} />
      <div className={styles.text}>
        <TextInput
          ref={field}
          aria-label={t('filter.text')}
          placeholder={t('filter.text')}
          maxLength={1_024}
          value={text}
          onChange={(event) => filterTransfers({ text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
        />
      </div>
      <div className={styles.choice}>
        <Select<Direction | 'any'>
          label={t('filter.direction')}
          options={directions}
          value={direction ?? 'any'}
          onChange={(value) => filterTransfers({ direction: value === 'any' ? null : value })}
        />
      </div>
      <div className={styles.choice}>
        <Select<TransferState | 'any'>
          label={t('filter.state')}
          options={states}
          value={state ?? 'any'}
          onChange={(value) => filterTransfers({ state: value === 'any' ? null : value })}
        />
      </div>
      <IconButton icon={X} size="small" label={t('filter.close')} shortcut="Esc" onClick={close} />
    </search>
  );
};
