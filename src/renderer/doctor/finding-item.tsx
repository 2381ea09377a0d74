import { ChevronDown, ChevronRight, Wrench } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Finding, isTrouble } from '#shared/model/diagnosis.ts';
import { DialogueLines } from '../transcript/dialogue-lines.tsx';
import { classNames } from '../ui/class-names.ts';
import { IconButton } from '../ui/icon-button.tsx';
import styles from './examination.module.css';
import { findingWords } from './finding-words.ts';
import { OutcomeIcon } from './outcome-icon.tsx';

/** One finding: its mark, what it is about, what came of it, what would mend it, and what showed it on request. */
export const FindingItem = ({ finding }: { readonly finding: Finding }) => {
  const { t } = useTranslation('doctor');
  const { t: findings } = useTranslation('findings');
  const { title, said, change } = findingWords(finding, findings);
  const [open, setOpen] = useState(false);
  const evidence = useId();
  return (
    <li className={classNames(styles.finding, isTrouble(finding) && styles.trouble)}>
      <OutcomeIcon outcome={finding.outcome} />
      <h3 className={styles.title}>{title}</h3>
      <div className={styles.words}>
        <p>{said}</p>
        {change === null ? null : (
          <p className={styles.change}>
            <Wrench size={14} strokeWidth={1.75} aria-hidden />
            <span>{t('change', { change })}</span>
          </p>
        )}
      </div>
      {finding.evidence.length === 0 ? null : (
        <IconButton
          icon={open ? ChevronDown : ChevronRight}
          size="small"
          label={t(open ? 'hideEvidence' : 'evidence', { title })}
          aria-expanded={open}
          aria-controls={evidence}
          onClick={() => setOpen(!open)}
        />
      )}
      {open ? (
        <div className={styles.evidence}>
          <DialogueLines id={evidence} lines={finding.evidence} />
        </div>
      ) : null}
    </li>
  );
};
