import type { Asker } from './asker.ts';

/** Stands in for the person where nobody is to be asked: every question is dismissed. */
export const NOBODY: Asker = { ask: async () => ({ kind: 'dismissed' }) };
