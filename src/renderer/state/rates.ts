import { createStore } from 'zustand/vanilla';
import type { RateHistory } from '#shared/model/transfer.ts';

/** How fast it went in the last minutes, as main told it last; null before it did. */
export const rates = createStore<{ readonly history: RateHistory | null }>()(() => ({ history: null }));
