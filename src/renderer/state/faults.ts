import { createStore } from 'zustand/vanilla';
import type { Fault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import { canBeExamined, type ExaminationSubject } from './examination.ts';

/** A fault that waits until the person has read it. */
export interface Notice {
  readonly id: number;
  readonly fault: Fault;
  /** How many times the same has happened since the notice came up. */
  readonly count: number;
  readonly sessionId: SessionId | null;
  /** Does the same again; null where that cannot help or nobody knows how. */
  readonly retry: (() => void) | null;
  /** The connection it is about, where its reason can be looked for; null where there is none. */
  readonly subject: ExaminationSubject | null;
}

export interface NoticeSource {
  /** The session it happened in: its notices go away once the session stands again. */
  readonly sessionId?: SessionId | null;
  readonly retry?: (() => void) | null;
  readonly subject?: ExaminationSubject | null;
}

export interface NoticesState {
  /** Oldest first. They stay until they are dismissed: nothing is lost before it could be read. */
  readonly notices: readonly Notice[];
}

/** More than anybody reads; the oldest give way, since the same cause mostly made them all. */
const KEPT = 50;

export const faultNotices = createStore<NoticesState>()(() => ({ notices: [] }));

let lastId = 0;

/**
 * Tells the person of a fault. What they ended themselves is not told, and the same fault again only counts up.
 */
export const reportFault = (fault: Fault, source: NoticeSource = {}): void => {
  if (isOwnDoing(fault)) return;
  const sessionId = source.sessionId ?? null;
  const retry = source.retry ?? null;
  const subject = source.subject !== undefined && canBeExamined(fault) ? source.subject : null;
  faultNotices.setState(({ notices }) => {
    const same = notices.find((notice) => notice.sessionId === sessionId && sameFault(notice.fault, fault));
    if (same) {
      const counted = { ...same, retry, subject, count: same.count + 1 };
      return { notices: notices.map((notice) => (notice === same ? counted : notice)) };
    }
    lastId += 1;
    return { notices: [...notices, { id: lastId, fault, count: 1, sessionId, retry, subject }].slice(-KEPT) };
  });
};

export const dismissNotice = (id: number): void =>
  faultNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));

export const dismissAllNotices = (): void => faultNotices.setState({ notices: [] });

/** A session stands again or was given up: what was wrong with its connection is history. */
export const dismissNoticesOfSession = (sessionId: SessionId): void =>
  faultNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.sessionId !== sessionId) }));

/** Whether the person's own decision ended it: they know, and need no notice. */
const isOwnDoing = (fault: Fault): boolean => {
  switch (fault.kind) {
    case 'cancelled':
      return true;
    case 'refused-here':
      return fault.reason === 'declined';
    case 'security':
      // Nobody but the person refuses a certificate.
      return fault.reason === 'certificate-refused';
    default:
      return false;
  }
};

// Faults are flat plain data made in one place each, so their fields come in the same order.
const sameFault = (a: Fault, b: Fault): boolean => JSON.stringify(a) === JSON.stringify(b);
