import type * as contract from '#shared/contract/connections.ts';
import type { ConnectWishes } from '../../session/connect-wish.ts';
import type { SessionRegistry } from '../../session/registry.ts';
import type { Handlers } from '../handlers.ts';

export const connectionHandlers = (registry: SessionRegistry, wishes: ConnectWishes): Handlers<typeof contract> => ({
  openConnection: (wish) => registry.open({ ...wish, password: wish.password ?? wishes.passwordFor(wish.settings) }),
  closeConnection: ({ sessionId }) => {
    registry.close(sessionId);
    return null;
  },
  reconnect: ({ sessionId }) => registry.reconnect(sessionId),
  listConnections: () => registry.list(),
});
