import { type Dispatch, type SetStateAction, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withFixes } from '#shared/model/diagnosis.ts';
import { ExaminationDialog } from '../../../doctor/examination-dialog.tsx';
import type { ExaminationSubject } from '../../../state/examination.ts';
import { Button } from '../../../ui/button.tsx';
import { draftWith, type SiteDraft, settingsOfDraft } from '../site-draft.ts';

interface CheckConnectionProps {
  readonly draft: SiteDraft;
  readonly change: Dispatch<SetStateAction<SiteDraft>>;
  /** Whose secrets may be used. */
  readonly whose: Pick<ExaminationSubject, 'siteId' | 'sessionId'>;
}

/** Examines the connection as the editor has it, and puts what mends it into the editor. */
export const CheckConnection = ({ draft, change, whose }: CheckConnectionProps) => {
  const { t } = useTranslation('sites');
  const [subject, setSubject] = useState<ExaminationSubject | null>(null);
  const close = (): void => setSubject(null);
  return (
    <>
      <Button
        size="small"
        disabled={draft.general.host.trim() === ''}
        onClick={() => setSubject({ ...whose, settings: settingsOfDraft(draft) })}
      >
        {t('examine')}
      </Button>
      {subject === null ? null : (
        <ExaminationDialog
          subject={subject}
          onClose={close}
          applyWords="applyToDraft"
          onApply={(findings) => {
            change((before) => draftWith(before, withFixes(settingsOfDraft(before), findings)));
            close();
          }}
        />
      )}
    </>
  );
};
