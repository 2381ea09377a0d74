import type { ConnectionCause } from '#shared/fault.ts';
import { ProxyFailure } from './proxy/proxy-failure.ts';

const CAUSES: Readonly<Record<string, ConnectionCause>> = {
  ENOTFOUND: 'host-not-found',
  EAI_AGAIN: 'host-not-found',
  EAI_NODATA: 'host-not-found',
  EAI_NONAME: 'host-not-found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'reset',
  ECONNABORTED: 'reset',
  EPIPE: 'reset',
};

const codeOf = (error: unknown): string => {
  if (typeof error !== 'object' || error === null || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
};

/**
 * The cause of a failed socket: the proxy's, or that of the system's error code. Where a name has several addresses and
 * all failed, Node gives one error that holds the others: the first known cause among them is the answer.
 */
export const connectionCause = (error: unknown): ConnectionCause => {
  if (error instanceof ProxyFailure) return error.reason;
  if (error instanceof AggregateError) {
    for (const inner of error.errors) {
      const cause = CAUSES[codeOf(inner)];
      if (cause !== undefined) return cause;
    }
  }
  return CAUSES[codeOf(error)] ?? 'other';
};

/** The system's words, `connect ECONNREFUSED 127.0.0.1:21`; of several failed addresses all. */
export const systemWords = (error: unknown): string => {
  if (error instanceof AggregateError && error.errors.length > 0) return error.errors.map(systemWords).join('; ');
  return error instanceof Error ? error.message : String(error);
};
