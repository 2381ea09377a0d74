import { LoaderCircle } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import { type Finding, isTrouble } from '#shared/model/diagnosis.ts';
import { FaultLine } from '../faults/fault-line.tsx';
import type { ExaminationSubject } from '../state/examination.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './examination.module.css';
import { FindingItem } from './finding-item.tsx';
import { PasswordForExamination } from './password-for-examination.tsx';
import { useExamination } from './use-examination.ts';

interface ExaminationDialogProps {
  readonly subject: ExaminationSubject;
  readonly onClose: () => void;
  /** Puts the fixes of the findings where the settings came from. */
  readonly onApply: (findings: readonly Finding[]) => void;
  readonly applyWords: 'apply' | 'applyAndConnect' | 'applyToDraft';
}

/** Looks for what keeps a connection from working, shows each finding as it comes, and offers what mends it. */
export const ExaminationDialog = ({ subject, onClose, onApply, applyWords }: ExaminationDialogProps) => {
  const { t } = useTranslation('doctor');
  const { t: ui } = useTranslation('ui');
  const { findings, running, fault, again } = useExamination(subject);
  const mends = findings.some(({ fix }) => fix !== null);
  const apply = useRef<HTMLButtonElement>(null);
  const { host, user } = subject.settings;

  const list = useRef<HTMLElement>(null);
  const { length } = findings;

  // What comes is in sight as it comes, and at the end what is wrong.
  useEffect(() => {
    list.current?.scrollTo({ top: running && length > 0 ? list.current.scrollHeight : 0 });
  }, [running, length]);

  // Cancel, which had the focus, is gone by now; what is to be done next gets it.
  useEffect(() => {
    if (!running) apply.current?.focus();
  }, [running]);

  const noPassword = findings.some(({ check, verdict }) => check === 'login' && verdict === 'noPassword');
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      stayOnOutsidePress
      title={t('title', { host: displayName(host) })}
      description={<Summary findings={findings} running={running} failed={fault !== null} />}
      buttons={
        running ? (
          <Button onClick={onClose}>{ui('cancel')}</Button>
        ) : (
          <>
            <Button onClick={() => again(null)}>{t('again')}</Button>
            <Button ref={mends ? undefined : apply} kind={mends ? 'default' : 'primary'} onClick={onClose}>
              {ui('close')}
            </Button>
            {mends ? (
              <Button ref={apply} kind="primary" onClick={() => onApply(findings)}>
                {t(applyWords)}
              </Button>
            ) : null}
          </>
        )
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling list must be reachable by keyboard */}
      <section ref={list} className={styles.list} tabIndex={0} aria-label={t('findings')}>
        <ul>
          {(running ? findings : troubleFirst(findings)).map((finding) => (
            <FindingItem key={finding.check} finding={finding} />
          ))}
        </ul>
        {running ? (
          <p className={styles.running}>
            <LoaderCircle className={styles.spinner} size={16} strokeWidth={1.75} aria-hidden />
            {t('running')}
          </p>
        ) : null}
        {fault === null ? null : <FaultLine fault={fault} />}
        {!running && noPassword ? <PasswordForExamination user={user} onPassword={again} /> : null}
      </section>
    </Dialog>
  );
};

const troubleFirst = (findings: readonly Finding[]): readonly Finding[] => [
  ...findings.filter(isTrouble),
  ...findings.filter((finding) => !isTrouble(finding)),
];

interface SummaryProps {
  readonly findings: readonly Finding[];
  readonly running: boolean;
  readonly failed: boolean;
}

/** What follows a login could not be looked at. */
const isNotLoggedIn = ({ check, outcome }: Finding): boolean => check === 'login' && outcome === 'skipped';

/** What all amounts to, spoken once it is known. */
const Summary = ({ findings, running, failed }: SummaryProps) => {
  const { t } = useTranslation('doctor');
  const fixes = findings.filter(({ fix }) => fix !== null).length;
  const words = (): string => {
    if (running) return t('summary.running');
    if (fixes > 0) return t('summary.mends', { count: fixes });
    if (failed || findings.some(isTrouble)) return t('summary.trouble');
    return t(findings.some(isNotLoggedIn) ? 'summary.wellSoFar' : 'summary.well');
  };
  return <span role="status">{words()}</span>;
};
