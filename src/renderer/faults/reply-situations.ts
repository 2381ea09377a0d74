import type { Fault } from '#shared/fault.ts';
import type { FaultSituation } from './fault-situation.ts';

type ReplyFault = Extract<Fault, { kind: 'reply' }>;

/**
 * What a negative reply means to the person, by its code (RFC 959 4.2.2) and by the command it answers. 450 and 550
 * stay "unavailable": servers use them for a missing file and a forbidden one alike, so their words are shown.
 */
export const replySituation = (fault: ReplyFault): FaultSituation => {
  if (fault.code === 421) return fault.stage === 'preparing' ? 'serviceClosing' : duringLogin(fault, 'serviceClosing');
  if (fault.code === 332 || fault.code === 532) return 'accountNeeded';
  if (fault.stage === 'greeting' || fault.stage === 'logging-in') return duringLogin(fault, 'signInRefused');
  return (
    BY_CODE[fault.code] ?? BY_COMMAND[fault.command ?? ''] ?? (fault.code < 500 ? 'serverTrouble' : 'refusedByServer')
  );
};

const duringLogin = (fault: ReplyFault, otherwise: FaultSituation): FaultSituation => {
  if (fault.stage === 'greeting') return fault.code < 500 ? 'serverBusy' : 'greetingRefused';
  if (fault.stage !== 'logging-in') return otherwise;
  if (fault.code === 421) return 'serverBusy';
  // A refused AUTH (RFC 4217 4) is about encryption, not about the person.
  if (fault.command === 'AUTH' || fault.command === 'PBSZ' || fault.command === 'PROT') return 'tlsNotOffered';
  if (fault.command === 'PASS' && (fault.code === 530 || fault.code === 430)) return 'passwordRefused';
  // RFC 7151 3.2: the server serves other hosts.
  if (fault.command === 'HOST' && fault.code === 504) return 'hostNotServed';
  return fault.code < 500 ? 'serverBusy' : 'signInRefused';
};

/** Codes that say enough whatever the command was. */
const BY_CODE: Readonly<Record<number, FaultSituation>> = {
  425: 'dataBlocked',
  426: 'transferBroken',
  430: 'passwordRefused',
  451: 'serverTrouble',
  452: 'serverFull',
  500: 'commandUnknown',
  502: 'commandUnknown',
  504: 'commandUnknown',
  // RFC 4217 and RFC 2228: a protection level the server insists on or cannot give.
  521: 'protectionRefused',
  522: 'protectionRefused',
  530: 'signedOut',
  533: 'protectionRefused',
  534: 'protectionRefused',
  536: 'protectionRefused',
  552: 'serverFull',
  553: 'nameNotAllowed',
};

/** Otherwise what the person wanted is the best description of what did not work. */
const BY_COMMAND: Readonly<Record<string, FaultSituation>> = {
  CWD: 'cannotOpenFolder',
  CDUP: 'cannotOpenFolder',
  LIST: 'cannotOpenFolder',
  NLST: 'cannotOpenFolder',
  MLSD: 'cannotOpenFolder',
  RETR: 'cannotDownload',
  STOR: 'cannotUpload',
  APPE: 'cannotUpload',
  STOU: 'cannotUpload',
  DELE: 'cannotDelete',
  RMD: 'cannotRemoveFolder',
  MKD: 'cannotMakeFolder',
  RNFR: 'cannotRename',
  RNTO: 'cannotRename',
  SITE: 'cannotChangeAttributes',
  MFMT: 'cannotChangeAttributes',
  PASV: 'dataBlocked',
  EPSV: 'dataBlocked',
  PORT: 'dataBlocked',
  EPRT: 'dataBlocked',
};
