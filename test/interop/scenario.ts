import { afterAll, beforeAll, describe, it } from 'vitest';
import { availableServers, type KnownServer } from './servers/every-server.ts';
import type { RealServer, RealServerOptions } from './servers/real-server.ts';

const { servers, reason } = await availableServers();

/**
 * The same tests once for every server, each with a running one of its kind.
 *
 * @param which leaves out the servers a scenario cannot concern
 */
export const onEveryServer = (
  scenario: string,
  tests: (server: () => RealServer, known: KnownServer) => void,
  { which = () => true, ...options }: RealServerOptions & { readonly which?: (known: KnownServer) => boolean } = {},
): void => {
  if (reason !== null)
    describe(`${scenario}: the real servers`, () => {
      it.skip(`do not run here: ${reason}`, () => {});
    });
  describe.each(servers.filter(which))(`${scenario}: $name`, (known) => {
    let running: RealServer | undefined;
    beforeAll(async () => {
      running = await known.start(options);
    });
    afterAll(() => running?.stop());
    tests(() => {
      if (!running) throw new Error('the server does not run');
      return running;
    }, known);
  });
};
