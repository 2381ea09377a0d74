import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import { closeBrowseDialog } from '../../state/dialogs.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './dialogs.module.css';

interface NotUnderstoodDialogProps {
  readonly lines: readonly string[];
  readonly count: number;
}

/** Shows the lines of a listing that no format understood, as they came: nothing is swept under the carpet. */
export const NotUnderstoodDialog = ({ lines, count }: NotUnderstoodDialogProps) => {
  const { t } = useTranslation(['browse', 'ui']);
  const more = count - lines.length;
  return (
    <Dialog
      open
      size="large"
      onClose={closeBrowseDialog}
      title={t('notUnderstood.title')}
      description={t('notUnderstood.words')}
      buttons={<Button onClick={closeBrowseDialog}>{t('ui:close')}</Button>}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling text must be reachable by keyboard */}
      <section aria-label={t('notUnderstood.list')} tabIndex={0} className={styles.lines}>
        <pre>{lines.map(displayName).join('\n')}</pre>
      </section>
      {more > 0 ? <p className={styles.note}>{t('delete.more', { count: more })}</p> : null}
    </Dialog>
  );
};
