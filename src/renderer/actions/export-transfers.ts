import i18next from 'i18next';
import { exportTransfers } from '#shared/contract/transfers.ts';
import { call } from '../bridge/index.ts';
import { announce } from '../state/announcements.ts';
import { reportFault } from '../state/faults.ts';
import { shownView, transfers } from '../state/transfers.ts';

/** Writes what the list in sight shows into a file that the person chooses. */
export const exportTransferList = async (): Promise<void> => {
  const { query } = shownView(transfers.getState());
  const result = await call(exportTransfers, { query });
  if (!result.ok) reportFault(result.fault);
  else if (result.value) announce(i18next.t('transfers:exported'));
};
