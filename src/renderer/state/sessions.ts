import { createStore } from 'zustand/vanilla';
import type { SessionId, SessionView } from '#shared/model/session.ts';

export interface SessionsState {
  /** In the order they were opened. */
  readonly sessions: readonly SessionView[];
}

export const sessions = createStore<SessionsState>()(() => ({ sessions: [] }));

export const sessionOf = (state: SessionsState, id: SessionId | null): SessionView | null =>
  state.sessions.find((session) => session.sessionId === id) ?? null;

/** A session with a saved site; null where none is open. */
export const sessionOfSite = (state: SessionsState, siteId: string): SessionView | null =>
  state.sessions.find((session) => session.siteId === siteId) ?? null;

/** A session as main now sees it; one that is closed is forgotten. */
export const receiveSession = (view: SessionView): void =>
  sessions.setState((state) => {
    if (view.status === 'closed') return without(state, view.sessionId);
    const known = state.sessions.some((session) => session.sessionId === view.sessionId);
    return {
      sessions: known
        ? state.sessions.map((session) => (session.sessionId === view.sessionId ? view : session))
        : [...state.sessions, view],
    };
  });

/** Forgets a session that was given up before main knew it. */
export const forgetSession = (id: SessionId): void => sessions.setState((state) => without(state, id));

const without = (state: SessionsState, id: SessionId): SessionsState => ({
  sessions: state.sessions.filter((session) => session.sessionId !== id),
});
