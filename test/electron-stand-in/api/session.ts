import { protocol } from './protocol.ts';
import { systemProxies } from './system-proxies.ts';
import { strict } from './unavailable.ts';

/** The stand-in's browser asks nobody: without a window it denies whatever a page would need permission for. */
const neverAsked = (_handler: unknown): void => {};

const defaultSession = strict('session.defaultSession', {
  protocol,
  setPermissionRequestHandler: neverAsked,
  setPermissionCheckHandler: neverAsked,
  setDevicePermissionHandler: neverAsked,
  resolveProxy: async (url: string): Promise<string> => systemProxies(url, process.env),
});

export const session = strict('session', { defaultSession });
