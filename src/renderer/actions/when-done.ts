import { setWhenDone } from '#shared/contract/transfers.ts';
import type { WhenDone } from '#shared/model/transfer.ts';
import { call } from '../bridge/index.ts';
import { reportFault } from '../state/faults.ts';

/** What is done, one time, once all transfers are over. */
export const chooseWhenDone = async (whenDone: WhenDone): Promise<void> => {
  const result = await call(setWhenDone, { whenDone });
  if (!result.ok) reportFault(result.fault);
};
