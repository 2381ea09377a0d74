import type * as contract from '#shared/contract/application.ts';
import type { ConnectWishes } from '../../session/connect-wish.ts';
import type { Handlers } from '../handlers.ts';

export interface ApplicationServices {
  readonly info: () => contract.ApplicationInfo;
  readonly wishes: ConnectWishes;
  readonly copyText: (text: string) => void;
  /** A person is at work in the window. */
  readonly personActive: () => void;
}

export const applicationHandlers = ({
  info,
  wishes,
  copyText,
  personActive,
}: ApplicationServices): Handlers<typeof contract> => ({
  applicationInfo: info,
  takeConnectWish: () => wishes.take(),
  personActive: () => {
    personActive();
    return null;
  },
  copyText: ({ text }) => {
    copyText(text);
    return null;
  },
});
