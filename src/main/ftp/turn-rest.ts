/** For whoever has something that matters more than the speed of data for a while. */
export { restAfterTurns } from './user-dtp/turn-share.ts';
