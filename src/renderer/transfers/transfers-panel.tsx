import { Tabs } from '@base-ui/react/tabs';
import { type KeyboardEvent, useRef } from 'react';
import { useStore } from 'zustand';
import type { TransferList } from '#shared/model/transfer.ts';
import { openTransferFilter, showTransferList } from '../actions/show-transfers.ts';
import { application } from '../state/application.ts';
import { shownView, transfers } from '../state/transfers.ts';
import { AnotherNameHost } from './another-name-dialog.tsx';
import { EmptyList } from './empty-list.tsx';
import { FocusedTransfer } from './focused-transfer.tsx';
import { StartDialogHost } from './start-dialog.tsx';
import { TransferFilter } from './transfer-filter.tsx';
import { TransferLists } from './transfer-lists.tsx';
import { TransferTools } from './transfer-tools.tsx';
import { TransferTotals } from './transfer-totals.tsx';
import styles from './transfers-panel.module.css';
import { TransfersTable } from './transfers-table.tsx';

/** The transfers: their lists and what can be done with them, the totals, and what is to say of the one with the focus. */
export const TransfersPanel = () => {
  const list = useStore(transfers, (state) => state.list);
  const filtering = useStore(transfers, (state) => shownView(state).filtering);
  const onMac = useStore(application, (state) => state.info.platform === 'darwin');
  const content = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const primary = onMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
    if (!primary || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'f') return;
    event.preventDefault();
    openTransferFilter();
  };
  const focusRows = (): void => content.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus();
  return (
    <Tabs.Root
      value={list}
      onValueChange={(chosen: TransferList) => showTransferList(chosen)}
      className={styles.panel}
      onKeyDown={onKeyDown}
    >
      <div className={styles.bar}>
        <TransferLists />
        <div className={styles.space} />
        <TransferTools />
      </div>
      {filtering ? <TransferFilter key={`filter of ${list}`} onLeave={focusRows} /> : null}
      <div className={styles.totals}>
        <TransferTotals />
      </div>
      <Tabs.Panel ref={content} key={list} value={list} tabIndex={-1} className={styles.content}>
        <TransfersTable list={list} />
        <EmptyList />
      </Tabs.Panel>
      <FocusedTransfer />
      <StartDialogHost />
      <AnotherNameHost />
    </Tabs.Root>
  );
};
