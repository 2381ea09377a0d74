import { createStore } from 'zustand/vanilla';
import type { LocalPlace } from '#shared/contract/local-files.ts';

/** The local folders worth a shortcut, read once. */
export const localPlaces = createStore<{ readonly places: readonly LocalPlace[] }>()(() => ({ places: [] }));
