import { toAppAddress, toPageAddress } from './addresses.ts';
import { strict } from './unavailable.ts';

export type SchemeHandler = (request: Request) => Response | Promise<Response>;

const handlers = new Map<string, SchemeHandler>();
const isHandled = (scheme: string): boolean => handlers.has(scheme);

/** The handler of the app's address, where its scheme has one. */
export const handlerOf = (address: string): SchemeHandler | undefined => handlers.get(address.split(':')[0] ?? '');

export const addressForApp = (address: string): string => toAppAddress(address, isHandled);
export const addressForPage = (address: string): string => toPageAddress(address, isHandled);

export const protocol = strict('protocol', {
  /** The stand-in's pages have the privileges of http://localhost: standard, secure, with fetch and streams. */
  registerSchemesAsPrivileged: (_schemes: readonly object[]): void => {},
  handle: (scheme: string, handler: SchemeHandler): void => void handlers.set(scheme, handler),
  unhandle: (scheme: string): void => void handlers.delete(scheme),
  isProtocolHandled: isHandled,
});
