import { Tabs } from '@base-ui/react/tabs';
import { CircleAlert, type LucideIcon } from 'lucide-react';
import type { ReactNode, Ref } from 'react';
import styles from './pages.module.css';
import { VisuallyHidden } from './visually-hidden.tsx';

interface PageName<Page extends string> {
  readonly value: Page;
  readonly label: string;
  readonly icon: LucideIcon;
  /** What is worth knowing of a page that is not in sight, and the words for it. */
  readonly mark?: { readonly kind: 'changed' | 'wrong'; readonly words: string } | undefined;
}

interface PagesProps<Page extends string> {
  /** The list's accessible name. */
  readonly label: string;
  readonly pages: readonly PageName<Page>[];
  readonly page: Page;
  readonly onChange: (page: Page) => void;
  /** The page in sight. */
  readonly children: ReactNode;
  readonly panelRef?: Ref<HTMLDivElement>;
}

/** More settings than one page holds: their names on the left, one page in sight. The arrow keys turn the pages. */
export const Pages = <Page extends string>({ label, pages, page, onChange, children, panelRef }: PagesProps<Page>) => (
  <Tabs.Root
    orientation="vertical"
    value={page}
    onValueChange={(value: Page) => onChange(value)}
    className={styles.pages}
  >
    <Tabs.List activateOnFocus aria-label={label} className={styles.list}>
      {pages.map(({ value, label: name, icon: Icon, mark }) => (
        <Tabs.Tab key={value} value={value} className={styles.tab}>
          <Icon size={16} strokeWidth={1.75} aria-hidden className={styles.icon} />
          <span className={styles.name}>{name}</span>
          {mark === undefined ? null : (
            <>
              {mark.kind === 'wrong' ? (
                <CircleAlert size={14} strokeWidth={2} aria-hidden className={styles.wrong} />
              ) : (
                <span className={styles.changed} />
              )}
              <VisuallyHidden>{mark.words}</VisuallyHidden>
            </>
          )}
        </Tabs.Tab>
      ))}
    </Tabs.List>
    {/* One for each page, so that each begins at its top; no stop for Tab, as every page has fields to stop at. */}
    <Tabs.Panel key={page} ref={panelRef} value={page} tabIndex={-1} className={styles.panel}>
      {children}
    </Tabs.Panel>
  </Tabs.Root>
);
