import { type ConnectionCause, isProxyCause, type ProxyCause, type Stage } from '#shared/fault.ts';
import type { FaultSituation } from './fault-situation.ts';

const PROXY: Readonly<Record<ProxyCause, FaultSituation>> = {
  'proxy-unreachable': 'proxyUnreachable',
  'proxy-login': 'proxyLogin',
  'proxy-refused': 'proxyRefused',
  'proxy-failed': 'proxyFailed',
  'not-a-proxy': 'notAProxy',
};

/** What a lost or unmade control connection means to the person. */
export const controlConnectionSituation = (cause: ConnectionCause, stage: Stage): FaultSituation => {
  if (isProxyCause(cause)) return PROXY[cause];
  switch (cause) {
    case 'host-not-found':
      return 'hostNotFound';
    case 'refused':
      return 'connectionRefused';
    case 'unreachable':
      return 'hostUnreachable';
    case 'service-closing':
      return stage === 'greeting' || stage === 'logging-in' ? 'serverBusy' : 'serviceClosing';
    case 'timeout':
      if (stage === 'connecting') return 'connectTimeout';
      return stage === 'greeting' ? 'greetingTimeout' : lost(stage, 'serverSilent');
    case 'reset':
    case 'closed':
      if (stage === 'connecting' || stage === 'greeting') return 'closedAtGreeting';
      return stage === 'logging-in' ? 'closedAtLogin' : lost(stage, 'connectionLost');
    case 'stranger':
    case 'other':
      return stage === 'connecting' ? 'connectFailed' : lost(stage, 'connectionLost');
  }
};

/** What a data connection that failed means to the person. */
export const dataConnectionSituation = (cause: ConnectionCause, stage: Stage): FaultSituation => {
  if (cause === 'stranger') return 'dataStranger';
  if (isProxyCause(cause)) return 'dataThroughProxy';
  if (stage === 'after-data' || stage === 'finishing') return lost(stage, 'transferBroken');
  // Nothing has moved yet: the connection was never made, and firewalls are the usual reason.
  if (stage !== 'after-preliminary-reply') return 'dataBlocked';
  switch (cause) {
    case 'refused':
    case 'unreachable':
    case 'host-not-found':
      return 'dataBlocked';
    case 'timeout':
      return 'dataStalled';
    case 'reset':
    case 'closed':
    case 'service-closing':
    case 'other':
      return 'transferBroken';
  }
};

/** Where the stage says that a file was under way, what became of the file is what matters. */
const lost = (stage: Stage, otherwise: FaultSituation): FaultSituation => {
  switch (stage) {
    case 'after-preliminary-reply':
      return 'lostInTransfer';
    case 'after-data':
      return 'outcomeUnknown';
    case 'finishing':
      return 'lostAtFinishing';
    default:
      return otherwise;
  }
};
