import { useTranslation } from 'react-i18next';
import { type ExaminationSubject, openExamination } from '../state/examination.ts';
import { Button } from '../ui/button.tsx';

/** Leads from a connection that failed to the search for its reason. */
export const FindOutWhy = ({ subject }: { readonly subject: ExaminationSubject }) => {
  const { t } = useTranslation('faults');
  return (
    <Button size="small" onClick={() => openExamination(subject)}>
      {t('findOutWhy')}
    </Button>
  );
};
