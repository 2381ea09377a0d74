import { createStore } from 'zustand/vanilla';
import type { SessionId } from '#shared/model/session.ts';
import type { ListedEntry } from './listing/listing-table.ts';
import type { Place } from './place.ts';

/** What a dialog of the panes is about: the places and the entries as they were when it was asked for. */
export type BrowseDialog =
  | { readonly kind: 'delete'; readonly place: Place; readonly entries: readonly ListedEntry[] }
  | { readonly kind: 'new-folder'; readonly place: Place }
  | { readonly kind: 'encoding'; readonly sessionId: SessionId }
  | { readonly kind: 'properties'; readonly place: Place; readonly entries: readonly ListedEntry[] }
  | { readonly kind: 'send'; readonly from: Place; readonly to: Place; readonly entries: readonly ListedEntry[] }
  | {
      readonly kind: 'not-understood';
      readonly place: Place;
      readonly lines: readonly string[];
      readonly count: number;
    };

export const browseDialog = createStore<{ readonly dialog: BrowseDialog | null }>()(() => ({ dialog: null }));

export const showBrowseDialog = (dialog: BrowseDialog): void => browseDialog.setState({ dialog });
export const closeBrowseDialog = (): void => browseDialog.setState({ dialog: null });
