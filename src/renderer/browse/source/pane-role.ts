import type { Side, Source } from '../../state/place.ts';

/**
 * What a pane is to the person, by which its parts are named: the files here, those of the server, or those of the
 * second server where the left pane shows one.
 */
export type PaneRole = 'local' | 'left' | 'remote';

export const paneRole = (side: Side, source: Source | null): PaneRole => {
  if (source?.kind === 'local') return 'local';
  return side === 'left' ? 'left' : 'remote';
};
