import { FaultError } from '#shared/fault.ts';
import { type Reply, replyText } from '#shared/ftp/reply.ts';
import type { Evidence, LearnedFact, LearnedFacts } from '#shared/model/learned-fact.ts';
import type { ConnectOptions } from '../engine.ts';
import { excerpt } from '../protocol/protocol-fault.ts';

const flag =
  (holds: string, ceased: string) =>
  (value: boolean): string =>
    value ? holds : ceased;

/** What is said about a fact that was learned, or no longer holds; null: it is said elsewhere. */
const WORDS: { readonly [F in LearnedFact]: (value: LearnedFacts[F]) => string | null } = {
  epsvFails: flag('EPSV does not work, data connections begin with PASV', 'EPSV works'),
  eprtFails: flag('EPRT does not work, active data connections are announced with PORT', 'EPRT works'),
  passiveFails: flag(
    'passive data connections do not work, active ones are tried first',
    'passive is tried first again',
  ),
  passiveHostDiffers: flag('its PASV names another host, which is not used', 'its PASV names its own host'),
  mlsdFails: flag('MLSD does not work, directories are listed with LIST', 'MLSD works'),
  listAllFails: flag('LIST knows no -a, hidden files may not be shown', 'LIST -a works'),
  listFails: flag('LIST does not work, NLST tells names alone', 'LIST works'),
  statLists: flag('directories are listed with STAT, over the control connection', 'STAT is not needed for listings'),
  featFails: flag('it does not say what it can do, MLSD is not tried', 'it says what it can do'),
  typeFails: flag('TYPE does not work, directories are listed without it', 'TYPE works'),
  pwdFails: flag('it does not tell its working directory, paths begin at /', 'PWD works'),
  utf8Fails: flag('it does not take UTF-8 for names', 'it takes UTF-8 for names'),
  hostFails: flag('HOST does not work', 'HOST works'),
  nameEncoding: (name) => (name === null ? 'the encoding of names is not known' : `names are in ${name}`),
  zoneMinutes: (minutes) =>
    minutes === null ? 'the zone of its times is not known' : `its listings are ${minutes} minutes ahead of UTC`,
  dataProtectionFails: flag('data connections cannot be protected', 'data connections can be protected'),
  tlsFails: flag('it has no TLS, and logging in without was agreed to', 'it has TLS'),
  clearControlFails: flag('CCC does not work, the control connection stays protected', 'CCC works'),
  hadTls: () => null,
  pipeliningFails: flag(
    'it does not answer in order what is sent ahead of replies, so commands go one after another',
    'commands go ahead again',
  ),
  answersInOrder: flag(
    'it keeps what is sent along with a transfer command until the transfer is over, so the next one is prepared then',
    'nothing is sent along with transfer commands',
  ),
  onlyBetweenTransfers: flag(
    'it takes commands during a transfer at once, so they wait until it is over',
    'commands go out along with transfer commands again',
  ),
  interruptFails: flag("Telnet's interrupt confuses it, ABOR goes alone", "Telnet's interrupt goes before ABOR again"),
  checksumFails: flag('it calculates no checksums, files are compared by their size', 'it calculates checksums'),
  mostConnections: (most) =>
    most === null ? 'how many connections it allows is not known' : `it allows ${most} connections at a time`,
  storesDirectly: () => null,
  piecesFail: () => null,
};

/**
 * Sets a fact about the server for this connection and all to come, and tells whoever keeps such facts. What the site
 * has set against experience stays as it is.
 *
 * @param value false or null where it no longer holds
 */
export const learn = <F extends LearnedFact>(
  { options }: { readonly options: ConnectOptions },
  fact: F,
  value: LearnedFacts[F],
  evidence: Evidence,
): void => {
  const { learned, overrides, observer, onLearned } = options;
  if (learned[fact] === value || Object.hasOwn(overrides, fact)) return;
  learned[fact] = value;
  const words = WORDS[fact](value);
  if (words !== null) observer.note(`learned about this server: ${words}`);
  onLearned(fact, value, evidence);
};

/** A command and what the server said to it, as the transcript has them. */
export const dialogueOf = (commandLine: string, reply: Reply): Evidence => [
  commandLine,
  `${reply.code} ${excerpt(replyText(reply))}`,
];

/** What a fault shows: a refused command and its reply, else what went wrong. */
export const evidenceOf = (error: unknown): Evidence => {
  if (!(error instanceof FaultError)) return [error instanceof Error ? error.message : String(error)];
  const { fault } = error;
  if (fault.kind === 'reply') return [fault.command ?? '', `${fault.code} ${excerpt(fault.text)}`];
  return ['detail' in fault && fault.detail !== '' ? fault.detail : error.message];
};
