import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Fault } from '#shared/fault.ts';
import styles from './fault-line.module.css';
import { FaultQuotation } from './fault-quotation.tsx';
import { useFaultWords } from './fault-words.ts';

interface FaultLineProps {
  readonly fault: Fault;
  /** Buttons: what can be done now. */
  readonly actions?: ReactNode;
}

/** A fault where it happened: what it is, what can be done, and the words it came with. */
export const FaultLine = ({ fault, actions }: FaultLineProps) => {
  const { title, remedy, detail } = useFaultWords()(fault);
  return (
    <div className={styles.line}>
      <CircleAlert className={styles.icon} size={16} strokeWidth={1.75} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <p className={styles.remedy}>{remedy}</p>
        {detail ? <FaultQuotation detail={detail} /> : null}
        {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
};
