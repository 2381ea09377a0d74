import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import type { TransferView } from '#shared/model/transfer.ts';
import { showFailedOf } from '../actions/show-transfers.ts';
import { commandTransfers, schedule } from '../actions/transfers.ts';
import { FaultLine } from '../faults/fault-line.tsx';
import { askForStart } from '../state/start-dialog.ts';
import { focusedTransfer, shownView, transfers } from '../state/transfers.ts';
import { Button } from '../ui/button.tsx';
import { FaultWays } from './fault-ways.tsx';
import styles from './focused-transfer.module.css';
import { useStateWords } from './use-state-words.ts';

/** What is to say of the transfer that has the focus, and what can be done about it; nothing where all is as it should be. */
export const FocusedTransfer = () => {
  const row = useStore(transfers, (state) => focusedTransfer(shownView(state)));
  if (!row) return null;
  if (row.fault) {
    return (
      <div data-details="fault" className={styles.fault}>
        <FaultLine fault={row.fault} />
        <div className={styles.ways}>
          {row.waitsFor === 'retry' ? <WaitingWords view={row} /> : null}
          <FaultWays view={row} fault={row.fault} />
        </div>
      </div>
    );
  }
  return <Remark view={row} />;
};

const WaitingWords = ({ view }: { readonly view: TransferView }) => (
  <p className={styles.quiet}>{useStateWords(view)}</p>
);

/** One line about a transfer that has not failed. */
const Remark = ({ view }: { readonly view: TransferView }) => {
  const { t } = useTranslation('transfers');
  const state = useStateWords(view);
  if (view.state === 'waiting' && view.waitsFor === 'connection') {
    return (
      <Line words={t('details.connection', { site: displayName(view.siteTitle) })}>
        <Button size="small" onClick={() => void commandTransfers('resume')}>
          {t('details.connect')}
        </Button>
      </Line>
    );
  }
  if (view.state === 'waiting' && view.waitsFor === 'request') {
    return (
      <Line words={t('details.request')}>
        <Button size="small" onClick={() => void commandTransfers('resume')}>
          {t('details.goOn')}
        </Button>
      </Line>
    );
  }
  if (view.state === 'waiting' && view.waitsFor === 'time') {
    return (
      <Line words={state}>
        <Button size="small" onClick={() => void schedule(null)}>
          {t('start.now')}
        </Button>
        <Button size="small" onClick={askForStart}>
          {t('start.another')}
        </Button>
      </Line>
    );
  }
  if (view.folder !== null && view.folder.failed > 0) {
    return (
      <Line words={state}>
        <Button size="small" onClick={() => showFailedOf(view)}>
          {t('details.showFailed')}
        </Button>
      </Line>
    );
  }
  if (view.verifiedBy !== null) {
    const by = view.verifiedBy;
    return <Line words={by === 'size' ? t('details.checkedBySize') : t('details.checkedBy', { checksum: by })} />;
  }
  return null;
};

const Line = ({ words, children }: { readonly words: string; readonly children?: ReactNode }) => (
  <div data-details="remark" className={styles.remark}>
    <p className={styles.words}>{words}</p>
    {children}
  </div>
);
