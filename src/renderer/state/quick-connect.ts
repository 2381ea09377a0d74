import { createStore } from 'zustand/vanilla';
import type { Security } from '#shared/model/connection.ts';

/** What stands in the fields of quick connect. The password does not: it stays in its own field until it is used. */
export interface QuickConnectDraft {
  readonly host: string;
  readonly user: string;
  readonly port: string;
  readonly security: Security;
  /** The folder of a pasted URL; null where there was none. */
  readonly remotePath: string | null;
}

export interface QuickConnectState {
  readonly draft: QuickConnectDraft;
  /** Main holds a password that came with the wish to connect; the field may stay empty. */
  readonly passwordHeld: boolean;
  /** Grows when the fields should take the focus (Connect from the menu). */
  readonly focusAsked: number;
}

export const EMPTY_DRAFT: QuickConnectDraft = { host: '', user: '', port: '', security: 'try', remotePath: null };

export const quickConnect = createStore<QuickConnectState>()(() => ({
  draft: EMPTY_DRAFT,
  passwordHeld: false,
  focusAsked: 0,
}));

export const changeQuickConnect = (change: Partial<QuickConnectDraft>): void =>
  quickConnect.setState(({ draft }) => ({ draft: { ...draft, ...change }, passwordHeld: false }));

export const prefillQuickConnect = (draft: QuickConnectDraft, passwordHeld: boolean): void =>
  quickConnect.setState({ draft, passwordHeld });

/** Puts the cursor into the host field. */
export const focusQuickConnect = (): void =>
  quickConnect.setState(({ focusAsked }) => ({ focusAsked: focusAsked + 1 }));
