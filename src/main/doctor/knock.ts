import { FaultError } from '#shared/fault.ts';
import type { CertificateQuestion, ConnectOptions, Meeting } from '../ftp/engine.ts';
import { meetServer } from '../ftp/meet-server.ts';
import type { Course } from './course.ts';
import { createRecorder, type Recorder } from './recorder.ts';

/** What came of meeting the server once without logging in. */
export interface Knock {
  readonly recorder: Recorder;
  readonly meeting: Meeting | null;
  /** Put to nobody: the certificate was not trusted for this meeting, and nothing was sent over it. */
  readonly question: CertificateQuestion | null;
  /** Null where the meeting went well. */
  readonly error: FaultError | null;
}

/**
 * Meets the server as the course has it, with changes. Faults: `cancelled`.
 */
export const knock = async (course: Course, changes: Partial<ConnectOptions> = {}): Promise<Knock> => {
  const { subject, signal, options } = course;
  const recorder = createRecorder(options.observer);
  let question: CertificateQuestion | null = null;
  const wished: ConnectOptions = { ...options, ...changes };
  const decide = async (asked: CertificateQuestion): Promise<boolean> => {
    question = asked;
    return subject.trust(asked) === 'trusted';
  };
  try {
    const { connect, reply } = subject.patience;
    const meeting = await meetServer({
      ...wished,
      // What the server may have had before must not keep it from showing what it has now.
      learned: { ...wished.learned, hadTls: false },
      // Nothing about us is said, so there is nothing to agree to.
      tls: { ...wished.tls, decide, decidePlainText: async () => true },
      timeouts: { connect, reply, data: connect },
      observer: recorder.observer,
      onLearned: () => {},
      signal,
    });
    return { recorder, meeting, question, error: null };
  } catch (error) {
    if (!(error instanceof FaultError) || signal.aborted) throw error;
    return { recorder, meeting: null, question, error };
  }
};

/** Whether TLS itself came about, whoever may be behind the certificate. */
export const hadHandshake = ({ meeting, error }: Knock): boolean => {
  if (error === null) return meeting?.tlsProtocol !== null;
  return error.fault.kind === 'security' && error.fault.reason === 'certificate-refused';
};
