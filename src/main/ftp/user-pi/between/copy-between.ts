import { FaultError, type ServerSide } from '#shared/fault.ts';
import type { Pathname } from '#shared/ftp/pathname.ts';
import type { CopyOptions, CopyOutcome } from '../../engine.ts';
import { command } from '../../protocol/command.ts';
import { holdBoth, type Peer } from '../peer.ts';
import { dropAnnounced } from '../sequences/passive.ts';
import { agreeOnParameters } from './agree-parameters.ts';
import { bothWays, type Party } from './copy-way.ts';
import { knownWayFirst, rememberWay } from './known-way.ts';
import { whyNoWay } from './no-way.ts';
import { protectionsOf } from './protection.ts';
import { type Attempt, type Refusal, tryWay } from './try-way.ts';

/**
 * A file from one server to another (RFC 959 2.3, 5.2): we govern both, and the data passes between them.
 *
 *     B --TYPE, STRU, MODE--> SSCN, PROT --> PASV to one, PORT to the other --> RETR, STOR --> 2 of both --> S
 *
 * Which of the two listens is settled by what they refuse: the one way round first, then the other; what worked is
 * remembered for the two.
 *
 * Faults: `between-servers`; `reply`, `control-connection` and `protocol` of either side; `refused-here`, `cancelled`.
 * After any but the loss of a control connection both user-PIs can go on.
 */
export const copyBetween = (
  source: Peer,
  from: Pathname,
  target: Peer,
  to: Pathname,
  options: CopyOptions,
): Promise<CopyOutcome> => {
  if (source === target) return Promise.reject(notPossible('one control connection cannot be both source and target'));
  return holdBoth(
    source,
    target,
    async () => copy(party('source', source, 'RETR', from), party('target', target, 'STOR', to), options),
    options.signal,
  );
};

/** With the command first of all: what must not be sent is not prepared for either. */
const party = (side: ServerSide, { interpreter }: Peer, verb: string, path: Pathname): Party => ({
  side,
  interpreter,
  path,
  command: command(verb, path, interpreter.codec),
});

const copy = async (source: Party, target: Party, options: CopyOptions): Promise<CopyOutcome> => {
  const { parameters, allowClear, offset } = options;
  if (offset > 0 && (parameters.mode !== 'S' || parameters.type.type !== 'I')) {
    throw notPossible('two servers go on in the middle of a file only in stream mode and TYPE I');
  }
  const hosts = { source: source.interpreter.options.host, target: target.interpreter.options.host };
  const attempts = bothWays(source, target).flatMap((way) =>
    protectionsOf(way, allowClear).map((protection): Attempt => ({ way, protection })),
  );
  // What was announced for a transfer of one side alone is over with the PASV and PORT of this one.
  for (const { interpreter } of [source, target]) dropAnnounced(interpreter);
  const refusals: Refusal[] = [];
  if (attempts.length > 0) await agreeOnParameters([source, target], parameters, hosts);
  for (const attempt of knownWayFirst(source.interpreter, target.interpreter, attempts)) {
    if (refusals.some((refusal) => meetsAgain(refusal, attempt))) continue;
    const ended = await tryWay(attempt, options);
    if (ended.kind === 'done') {
      rememberWay(source.interpreter, target.interpreter, attempt);
      return ended.outcome;
    }
    refusals.push(ended);
    // Freeing a server that waits for a call may have cost its control connection.
    if ([source, target].some(({ interpreter }) => interpreter.dialogue.ended !== null)) break;
  }
  throw new FaultError(whyNoWay(refusals, hosts));
};

/** Whether an attempt would be refused for the same reason: no other protection makes a server listen, or call. */
const meetsAgain = ({ way, what, protection }: Refusal, attempt: Attempt): boolean =>
  way === attempt.way && (what === 'call' || (what === 'listen' && protection !== 'cpsv'));

const notPossible = (detail: string): FaultError =>
  new FaultError({ kind: 'refused-here', stage: 'preparing', reason: 'not-supported', detail });
