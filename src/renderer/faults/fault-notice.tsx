import { CircleAlert, X } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dismissNotice, type Notice } from '../state/faults.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './fault-notices.module.css';
import { FaultQuotation } from './fault-quotation.tsx';
import { useFaultWords } from './fault-words.ts';
import { FindOutWhy } from './find-out-why.tsx';

/** One fault with what can be done about it. Esc dismisses it while the focus is in it. */
export const FaultNotice = ({ notice }: { readonly notice: Notice }) => {
  const { t } = useTranslation('faults');
  const words = useFaultWords()(notice.fault);
  // The server's own words are the heart of the matter; the system's are for whoever asks.
  const [open, setOpen] = useState(words.detail?.source === 'server');
  const dismiss = (): void => dismissNotice(notice.id);
  const { retry } = notice;
  return (
    <article
      className={styles.notice}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        dismiss();
      }}
    >
      <CircleAlert className={styles.icon} size={16} strokeWidth={1.75} aria-hidden />
      <div className={styles.words}>
        <p className={styles.title}>
          {words.title}
          {notice.count > 1 ? <span className={styles.count}> {t('repeated', { count: notice.count })}</span> : null}
        </p>
        <p className={styles.remedy}>{words.remedy}</p>
        {words.detail && open ? <FaultQuotation detail={words.detail} /> : null}
        <div className={styles.actions}>
          {retry && words.canRetry ? (
            <Button
              size="small"
              onClick={() => {
                dismiss();
                retry();
              }}
            >
              {wasConnected(notice) ? t('reconnect') : t('retry')}
            </Button>
          ) : null}
          {notice.subject === null ? null : <FindOutWhy subject={notice.subject} />}
          {words.detail && words.detail.source === 'system' ? (
            <Button kind="plain" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              {open ? t('hideDetails') : t('details')}
            </Button>
          ) : null}
        </div>
      </div>
      <IconButton icon={X} size="small" label={t('dismiss')} onClick={dismiss} />
    </article>
  );
};

/** Whether a connection that stood is gone, so that trying again means connecting again. */
const wasConnected = ({ fault, sessionId }: Notice): boolean =>
  sessionId !== null &&
  fault.kind === 'control-connection' &&
  fault.stage !== 'connecting' &&
  fault.stage !== 'greeting' &&
  fault.stage !== 'logging-in';
