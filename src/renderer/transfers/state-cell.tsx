import { CircleAlert, CircleCheck, CircleHelp, Clock, type LucideIcon, Pause, Unplug } from 'lucide-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TransferState, TransferView, WaitsFor } from '#shared/model/transfer.ts';
import { useFaultWords } from '../faults/fault-words.ts';
import { isSameButForProgress } from '../state/same-transfer.ts';
import { classNames } from '../ui/class-names.ts';
import styles from './transfers-table.module.css';
import { useStateWords } from './use-state-words.ts';

/** How a transfer stands, and why where it went wrong: how far it is tell other columns. */
export const StateCell = memo(
  ({ view }: { readonly view: TransferView }) => {
    const { t } = useTranslation('transfers');
    const inWords = useFaultWords();
    const plain = useStateWords(view);
    const words = view.fault && TELLS_WHY.has(view.state) ? inWords(view.fault) : null;
    const Icon = iconOf(view);
    // What failed stands in a list of its own, with a sign: it has room for the reason alone.
    const failed = view.state === 'failed';
    const reason = words && (failed ? words.title : t('stateBecause', { state: plain, reason: words.title }));
    return (
      <td
        className={classNames(styles.state, TONE[view.state])}
        title={words ? `${words.title}\n${words.remedy}` : plain}
      >
        {Icon === undefined ? null : <Icon size={14} role="img" aria-hidden={!failed} aria-label={plain} />}
        <span className={styles.ellipsis}>{reason ?? plain}</span>
      </td>
    );
  },
  (before, now) => isSameButForProgress(before.view, now.view),
);

const iconOf = ({ state, waitsFor }: TransferView): LucideIcon | undefined => {
  if (state !== 'waiting') return ICON[state];
  return waitsFor === null ? undefined : WAITING_ICON[waitsFor];
};

/** Where a fault is why it stands so; one that waits tells what the last try came to. */
const TELLS_WHY: ReadonlySet<TransferState> = new Set(['failed', 'unknown', 'skipped', 'waiting']);

const WAITING_ICON: Readonly<Record<WaitsFor, LucideIcon>> = {
  connection: Unplug,
  request: Pause,
  time: Clock,
  retry: Clock,
};

const ICON: Readonly<Partial<Record<TransferState, LucideIcon>>> = {
  paused: Pause,
  done: CircleCheck,
  failed: CircleAlert,
  unknown: CircleHelp,
  asking: CircleHelp,
};

const TONE: Readonly<Partial<Record<TransferState, string | undefined>>> = {
  done: styles.good,
  failed: styles.bad,
  unknown: styles.doubtful,
  asking: styles.doubtful,
};
