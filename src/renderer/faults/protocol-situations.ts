import type { ProtocolReason, SecurityReason } from '#shared/fault.ts';
import type { FaultSituation } from './fault-situation.ts';

const PROTOCOL: Readonly<Record<ProtocolReason, FaultSituation>> = {
  'not-ftp': 'notFtp',
  'line-too-long': 'serverConfused',
  'reply-too-long': 'serverConfused',
  'malformed-reply': 'serverConfused',
  'unexpected-reply': 'serverConfused',
  'malformed-address': 'serverConfused',
  'bytes-before-tls': 'bytesBeforeTls',
  'tls-not-ended': 'tlsNotEnded',
  'size-mismatch': 'sizeMismatch',
  'content-mismatch': 'contentMismatch',
  'data-not-closed': 'dataNotClosed',
  'malformed-data': 'malformedData',
  'no-end-of-file': 'noEndOfFile',
  'suspect-data': 'suspectData',
};

const SECURITY: Readonly<Record<SecurityReason, FaultSituation>> = {
  'tls-not-offered': 'tlsNotOffered',
  'tls-handshake': 'tlsHandshake',
  'certificate-refused': 'certificateRefused',
  'certificate-changed': 'certificateChanged',
  'data-certificate-differs': 'dataCertificateDiffers',
  'protection-refused': 'protectionRefused',
  'proxy-reads-along': 'proxyReadsAlong',
  'session-not-resumed': 'sessionNotResumed',
  'client-certificate': 'clientCertificate',
  truncated: 'truncated',
};

/** What a server that does not keep to the protocol means to the person. */
export const protocolSituation = (reason: ProtocolReason): FaultSituation => PROTOCOL[reason];

/** What a protection that could not be had means to the person. */
export const securitySituation = (reason: SecurityReason): FaultSituation => SECURITY[reason];
