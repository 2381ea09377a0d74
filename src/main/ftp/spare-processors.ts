/** For whoever has something that matters more than the speed of data for a while. */
export { spareProcessors } from './user-dtp/processor-share.ts';
