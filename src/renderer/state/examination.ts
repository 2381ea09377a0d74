import { createStore } from 'zustand/vanilla';
import type { Fault } from '#shared/fault.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { SessionId, SessionView } from '#shared/model/session.ts';

/** A connection that can be examined: how it is made, and whose secrets it may use. */
export interface ExaminationSubject {
  readonly settings: ConnectionSettings;
  /** The session it is about, or the attempt that failed; null where none was made. */
  readonly sessionId: SessionId | null;
  /** The saved site; null where it is none. */
  readonly siteId: string | null;
}

/** The examination that the window shows; null: none. */
export const examination = createStore<{ readonly subject: ExaminationSubject | null }>()(() => ({ subject: null }));

export const openExamination = (subject: ExaminationSubject): void => examination.setState({ subject });
export const closeExamination = (): void => examination.setState({ subject: null });

export const subjectOfSession = ({ settings, sessionId, siteId }: SessionView): ExaminationSubject => ({
  settings,
  sessionId,
  siteId,
});

/** Whether a fault is of the kind that an examination can find the reason of: about the connection and not about a file. */
export const canBeExamined = (fault: Fault): boolean => {
  switch (fault.kind) {
    case 'control-connection':
    case 'data-connection':
    case 'security':
      return true;
    case 'protocol':
      return fault.stage !== 'after-preliminary-reply' && fault.stage !== 'after-data' && fault.stage !== 'finishing';
    case 'reply':
      return fault.stage === 'greeting' || fault.stage === 'logging-in' || fault.code === 425;
    case 'listing':
      return fault.reason === 'not-understood';
    case 'local-file':
    case 'between-servers':
    case 'refused-here':
    case 'cancelled':
    case 'defect':
      return false;
  }
};
