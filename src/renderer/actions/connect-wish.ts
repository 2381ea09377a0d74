import { takeConnectWish } from '#shared/contract/application.ts';
import { call } from '../bridge/index.ts';
import { draftOf } from '../state/connection-draft.ts';
import { reportFault } from '../state/faults.ts';
import { focusQuickConnect, prefillQuickConnect } from '../state/quick-connect.ts';
import { connect } from './connections.ts';

/**
 * Takes the wish to connect that came from outside, if there is one: its words go into quick connect, and the person
 * decides. Only the practice start connects at once.
 */
export const takeWish = async (): Promise<void> => {
  const result = await call(takeConnectWish, {});
  if (!result.ok) return reportFault(result.fault);
  const wish = result.value;
  if (!wish) return;
  prefillQuickConnect(draftOf(wish.settings), wish.passwordGiven && !wish.atOnce);
  if (wish.atOnce) await connect({ settings: wish.settings, password: null, siteId: null });
  else focusQuickConnect();
};
