import { useEffect, useState } from 'react';
import type { Fault } from '#shared/fault.ts';
import type { Finding } from '#shared/model/diagnosis.ts';
import { examine } from '../actions/examination.ts';
import type { ExaminationSubject } from '../state/examination.ts';

interface Examination {
  readonly findings: readonly Finding[];
  readonly running: boolean;
  /** What kept the examination from its end; null where nothing did. */
  readonly fault: Fault | null;
  /** From the beginning once more. @param password as just typed; null: whatever is known */
  readonly again: (password: string | null) => void;
}

interface Progress {
  readonly findings: readonly Finding[];
  readonly running: boolean;
  readonly fault: Fault | null;
}

const BEGUN: Progress = { findings: [], running: true, fault: null };

/** An examination that runs as long as it is shown. */
export const useExamination = (subject: ExaminationSubject): Examination => {
  const [run, setRun] = useState<{ readonly password: string | null }>({ password: null });
  const [progress, setProgress] = useState(BEGUN);

  useEffect(() => {
    setProgress(BEGUN);
    return examine(subject, run.password, {
      onFinding: (finding) => setProgress((before) => ({ ...before, findings: [...before.findings, finding] })),
      onEnd: () => setProgress((before) => ({ ...before, running: false })),
      onFault: (fault) => setProgress((before) => ({ ...before, running: false, fault })),
    });
  }, [subject, run]);

  return { ...progress, again: (password) => setRun({ password }) };
};
