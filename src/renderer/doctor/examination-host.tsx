import { useStore } from 'zustand';
import { applyFixes } from '../actions/examination.ts';
import { closeExamination, examination } from '../state/examination.ts';
import { ExaminationDialog } from './examination-dialog.tsx';

/** The examination that the window was asked for, if any. */
export const ExaminationHost = () => {
  const subject = useStore(examination, (state) => state.subject);
  if (subject === null) return null;
  return (
    <ExaminationDialog
      subject={subject}
      onClose={closeExamination}
      onApply={(findings) => {
        closeExamination();
        void applyFixes(subject, findings);
      }}
      applyWords={subject.sessionId === null ? 'apply' : 'applyAndConnect'}
    />
  );
};
