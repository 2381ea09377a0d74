import { createStore } from 'zustand/vanilla';
import type { SessionId, SessionView } from '#shared/model/session.ts';

export interface SessionsState {
  /** In the order they were opened. */
  readonly sessions: readonly SessionView[];
  /** The one the remote pane shows; null: none. */
  readonly currentId: SessionId | null;
}

export const sessions = createStore<SessionsState>()(() => ({ sessions: [], currentId: null }));

export const sessionOf = (state: SessionsState, id: SessionId | null): SessionView | null =>
  state.sessions.find((session) => session.sessionId === id) ?? null;

export const currentSession = (state: SessionsState): SessionView | null => sessionOf(state, state.currentId);

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

/** Makes the remote pane show this session from now on. */
export const chooseSession = (id: SessionId | null): void => sessions.setState({ currentId: id });

const without = (state: SessionsState, id: SessionId): SessionsState => ({
  sessions: state.sessions.filter((session) => session.sessionId !== id),
  currentId: state.currentId === id ? null : state.currentId,
});
