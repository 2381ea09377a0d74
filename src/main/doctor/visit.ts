import { FaultError } from '#shared/fault.ts';
import { type Evidence, type LearnedFact, type LearnedFacts, nothingLearned } from '#shared/model/learned-fact.ts';
import type { ConnectOptions, UserFtp } from '../ftp/engine.ts';
import { connectUserFtp } from '../ftp/user-ftp.ts';
import type { Course } from './course.ts';
import { createRecorder, type Recorder } from './recorder.ts';

/** Logins of one visit: a server that ends the connection at every refused data connection is not asked for ever. */
const MOST_LOGINS = 6;

/**
 * One login of the examination, and the same again where the server has ended it. What the engine knows of the server is
 * in `learned`, and what is set there is what it goes by: that is how each way to a data connection and each command for
 * a listing is tried on one connection.
 */
export interface Visit {
  readonly recorder: Recorder;
  readonly learned: LearnedFacts;
  /** What the engine has found out by itself, and what showed it. */
  readonly shown: ReadonlyMap<LearnedFact, Evidence>;
  /** Faults: those of a login; `refused-here: not-connected` after too many. */
  connection(): Promise<UserFtp>;
  /** QUIT, where it stands. */
  end(): Promise<void>;
}

export const createVisit = (course: Course, changes: Partial<ConnectOptions> = {}): Visit => {
  const { subject, signal } = course;
  const recorder = createRecorder(course.options.observer);
  const learned = nothingLearned();
  const shown = new Map<LearnedFact, Evidence>();
  const { connect, reply } = subject.patience;
  const options: ConnectOptions = {
    ...course.options,
    // Each way is tried by itself, so both must be allowed.
    dataConnection: 'auto',
    trustPassiveHost: false,
    expects: null,
    // Names come as they are, so that every encoding can be tried on them.
    encoding: 'auto',
    ...changes,
    learned,
    overrides: {},
    tls: {
      ...course.options.tls,
      ...changes.tls,
      decide: async (question) => subject.trust(question) === 'trusted',
      decideClearData: async () => false,
      decidePlainText: async (_, staysHere) => staysHere || subject.plainTextAgreed,
    },
    askAccount: null,
    timeouts: { connect, reply, data: connect },
    observer: recorder.observer,
    onLearned: (fact, _value, evidence) => shown.set(fact, evidence),
    signal,
  };
  let current: UserFtp | null = null;
  let logins = 0;
  // What takes no signal ends with its connection.
  const cancel = (): void => current?.destroy();
  signal.addEventListener('abort', cancel, { once: true });
  return {
    recorder,
    learned,
    shown,
    async connection() {
      if (current !== null && !current.closed) return current;
      if (logins === MOST_LOGINS) {
        const detail = 'the server keeps ending the connection';
        throw new FaultError({ kind: 'refused-here', stage: 'connecting', reason: 'not-connected', detail });
      }
      logins += 1;
      current = await connectUserFtp(options);
      return current;
    },
    async end() {
      signal.removeEventListener('abort', cancel);
      await current?.quit();
    },
  };
};
