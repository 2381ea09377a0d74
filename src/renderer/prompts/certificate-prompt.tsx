import { ShieldAlert } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Prompt } from '#shared/model/prompt.ts';
import { answer } from '../actions/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { marksOf } from './certificate-marks.ts';
import { CertificateTable } from './certificate-table.tsx';
import styles from './prompts.module.css';

interface CertificatePromptProps {
  readonly prompt: Extract<Prompt, { kind: 'certificate' }>;
}

/**
 * Asks whether a certificate is to be trusted that nobody vouches for. Cancel has the focus: pressing Enter without
 * reading must not trust anybody.
 */
export const CertificatePrompt = ({ prompt }: CertificatePromptProps) => {
  const { t } = useTranslation('prompts');
  const { t: ui } = useTranslation('ui');
  const [chain, setChain] = useState(false);
  const cancel = useRef<HTMLButtonElement>(null);
  const host = displayName(prompt.host);
  const changed = prompt.previous !== null || prompt.problems.includes('changed');
  const dismiss = (): void => void answer(prompt.id, { kind: 'dismissed' });
  const trust = (how: 'once' | 'always') => (): void => void answer(prompt.id, { kind: 'certificate', trust: how });
  const [leaf, ...issuers] = prompt.chain;
  return (
    <Dialog
      open
      onClose={dismiss}
      stayOnOutsidePress
      size={prompt.previous ? 'large' : 'medium'}
      title={changed ? t('certificate.titleChanged', { host }) : t('certificate.title', { host })}
      initialFocus={cancel}
      buttons={
        <>
          <Button onClick={trust('once')}>{t('certificate.trustOnce')}</Button>
          <Button onClick={trust('always')}>{t('certificate.trustAlways')}</Button>
          <Button ref={cancel} kind="primary" onClick={dismiss}>
            {ui('cancel')}
          </Button>
        </>
      }
    >
      <div className={styles.column}>
        <ul className={styles.problems}>
          {prompt.problems.map((problem) => (
            <li key={problem}>
              <ShieldAlert size={16} strokeWidth={1.75} aria-hidden />
              <span>{t(`certificate.problem.${problem}`, { host })}</span>
            </li>
          ))}
        </ul>
        <p className={styles.quiet}>{t('certificate.advice')}</p>
        {leaf ? (
          <CertificateTable
            label={t('certificate.shown')}
            certificate={leaf}
            previous={prompt.previous}
            marks={marksOf(prompt.problems, leaf, prompt.previous)}
          />
        ) : null}
        {issuers.length === 0 ? null : (
          <Disclosure label={t('certificate.chain', { count: issuers.length })} open={chain} onChange={setChain}>
            <div className={styles.column}>
              {issuers.map((issuer) => (
                <CertificateTable key={issuer.sha256} label={displayName(issuer.subject)} certificate={issuer} />
              ))}
            </div>
          </Disclosure>
        )}
      </div>
    </Dialog>
  );
};
