import { advice } from '#shared/advice.ts';
import type { Fault } from '#shared/fault.ts';
import { betweenSituation, betweenValues } from './between-situations.ts';
import { controlConnectionSituation, dataConnectionSituation } from './connection-situations.ts';
import type { FaultDetail, FaultSituation, FaultValues } from './fault-situation.ts';
import { localFileSituation, refusedHereSituation } from './local-situations.ts';
import { protocolSituation, securitySituation } from './protocol-situations.ts';
import { replySituation } from './reply-situations.ts';

/** What the window says of a fault. The words of the situation are in `locales/<language>/faults.json`. */
export interface FaultDescription {
  /** Names the sentence that tells what happened (`<situation>.title`) and what can be done (`<situation>.remedy`). */
  readonly situation: FaultSituation;
  /** What stands in for the placeholders of both sentences. */
  readonly values: FaultValues;
  /** Words that are not ours, to be shown as a quotation; null where there are none. */
  readonly detail: FaultDetail | null;
  /** Whether the same again can help without the person changing anything first. */
  readonly canRetry: boolean;
}

/** A fault in the window's terms. Branches on its facts alone, never on the server's words. */
export const describeFault = (fault: Fault): FaultDescription => {
  const advised = advice(fault);
  return {
    situation: situationOf(fault),
    values: valuesOf(fault),
    detail: detailOf(fault),
    canRetry: advised === 'retry' || advised === 'retry-later',
  };
};

const situationOf = (fault: Fault): FaultSituation => {
  switch (fault.kind) {
    case 'reply':
      return replySituation(fault);
    case 'protocol':
      return protocolSituation(fault.reason);
    case 'control-connection':
      return controlConnectionSituation(fault.cause, fault.stage);
    case 'data-connection':
      return dataConnectionSituation(fault.cause, fault.stage);
    case 'security':
      return securitySituation(fault.reason);
    case 'local-file':
      return localFileSituation(fault.cause);
    case 'listing':
      return LISTING[fault.reason];
    case 'between-servers':
      return betweenSituation(fault);
    case 'refused-here':
      return refusedHereSituation(fault.reason);
    case 'cancelled':
      return 'cancelled';
    case 'defect':
      return 'defect';
  }
};

const LISTING = {
  incomplete: 'listingIncomplete',
  'not-understood': 'listingNotUnderstood',
  'too-long': 'listingTooLong',
} as const;

const valuesOf = (fault: Fault): FaultValues => {
  switch (fault.kind) {
    case 'control-connection':
      return { host: fault.host, port: String(fault.port) };
    case 'local-file':
      return { path: fault.path };
    case 'between-servers':
      return betweenValues(fault);
    case 'reply':
      return { code: String(fault.code) };
    default:
      return {};
  }
};

const detailOf = (fault: Fault): FaultDetail | null => {
  switch (fault.kind) {
    case 'cancelled':
      return null;
    case 'reply':
      return { source: 'server', text: `${fault.code} ${fault.text}`.trimEnd() };
    case 'control-connection':
      return quoted(fault.cause === 'service-closing' ? 'server' : 'system', fault.detail);
    case 'between-servers':
      return quoted('server', fault.detail);
    case 'data-connection':
    case 'protocol':
    case 'security':
    case 'local-file':
    case 'listing':
    case 'refused-here':
    case 'defect':
      return quoted('system', fault.detail);
  }
};

const quoted = (source: FaultDetail['source'], text: string): FaultDetail | null =>
  text.trim() === '' ? null : { source, text: text.trim() };
