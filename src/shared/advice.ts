import { type Fault, isProxyCause, type ProtocolReason, type ProxyCause } from './fault.ts';

/**
 * What to do about a fault.
 * - `retry`: the same again, at once, on a fresh connection where the old one is gone
 * - `retry-later`: the same again after a pause; the server or the network is in the way for now
 * - `sign-in`: another user name, password or account is needed
 * - `ask`: a person has to decide
 * - `stop`: trying again cannot help
 */
export type Advice = 'retry' | 'retry-later' | 'sign-in' | 'ask' | 'stop';

/** The remedy for a fault, by its facts alone and never by the server's words. */
export const advice = (fault: Fault): Advice => {
  switch (fault.kind) {
    case 'reply':
      return adviceOnReply(fault.code);
    case 'control-connection':
      return adviceOnControlConnection(fault);
    case 'data-connection':
      if (isProxyCause(fault.cause)) return adviceOnProxy(fault.cause);
      return fault.cause === 'stranger' ? 'ask' : 'retry-later';
    case 'security':
      return fault.reason === 'truncated' || fault.reason === 'session-not-resumed' ? 'retry' : 'ask';
    case 'local-file':
      return fault.cause === 'changed-meanwhile' ? 'retry' : 'ask';
    case 'listing':
      return fault.reason === 'incomplete' ? 'retry' : 'stop';
    case 'protocol':
      return adviceOnProtocol(fault.reason);
    // What two servers do not do for each other now, they do not do for the next file either.
    case 'between-servers':
      return 'stop';
    case 'refused-here':
      return fault.reason === 'not-connected' ? 'retry' : 'stop';
    case 'cancelled':
    case 'defect':
      return 'stop';
  }
};

const RETRIED: ReadonlySet<ProtocolReason> = new Set([
  'size-mismatch',
  'content-mismatch',
  'data-not-closed',
  'no-end-of-file',
]);

const adviceOnProtocol = (reason: ProtocolReason): Advice => {
  if (RETRIED.has(reason)) return 'retry';
  // Whether data that the server does not vouch for is good enough is for a person to say.
  return reason === 'suspect-data' ? 'ask' : 'stop';
};

const adviceOnReply = (code: number): Advice => {
  // RFC 959 4.2.2: 530 not logged in, 532 and 332 need an account; 430 is widely used for a wrong password.
  if (code === 530 || code === 532 || code === 332 || code === 430) return 'sign-in';
  // 452 and 552: no storage, or the quota is used up. Trying on fails a thousand files one after another.
  if (code === 452 || code === 552) return 'ask';
  // RFC 959 4.2: 4yz is "transient negative completion", worth the same command again; 5yz is not.
  return code < 500 ? 'retry-later' : 'stop';
};

const adviceOnProxy = (cause: ProxyCause): Advice => {
  if (cause === 'proxy-login') return 'sign-in';
  return cause === 'proxy-unreachable' || cause === 'proxy-failed' ? 'retry-later' : 'ask';
};

const adviceOnControlConnection = (fault: Extract<Fault, { kind: 'control-connection' }>): Advice => {
  if (isProxyCause(fault.cause)) return adviceOnProxy(fault.cause);
  switch (fault.cause) {
    case 'reset':
    case 'closed':
      return fault.stage === 'connecting' || fault.stage === 'greeting' ? 'retry-later' : 'retry';
    case 'timeout':
    case 'unreachable':
    case 'service-closing':
    case 'other':
      return 'retry-later';
    case 'host-not-found':
    case 'refused':
    case 'stranger':
      return 'ask';
  }
};
