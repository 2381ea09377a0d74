import { Collapsible } from '@base-ui/react/collapsible';
import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './disclosure.module.css';

interface DisclosureProps {
  readonly label: string;
  /** A quieter remark behind the label: what is worth knowing while it is shut. */
  readonly note?: string | undefined;
  readonly open: boolean;
  readonly onChange: (open: boolean) => void;
  readonly children: ReactNode;
}

/** What most people never need: out of the way until it is asked for. */
export const Disclosure = ({ label, note, open, onChange, children }: DisclosureProps) => (
  <Collapsible.Root open={open} onOpenChange={onChange} className={styles.disclosure}>
    <Collapsible.Trigger className={styles.trigger}>
      <ChevronRight className={styles.chevron} size={16} strokeWidth={1.75} aria-hidden />
      <span>{label}</span>
      {note === undefined || open ? null : <span className={styles.note}>{note}</span>}
    </Collapsible.Trigger>
    <Collapsible.Panel className={styles.panel}>{children}</Collapsible.Panel>
  </Collapsible.Root>
);
