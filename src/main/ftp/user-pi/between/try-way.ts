import { type Fault, FaultError, type ServerSide } from '#shared/fault.ts';
import type { CopyOptions, CopyOutcome } from '../../engine.ts';
import { together } from '../interpreter.ts';
import { restartAt } from '../sequences/restart.ts';
import type { CopyWay } from './copy-way.ts';
import { haveCall, haveListen } from './data-port.ts';
import { type Protection, protectBetween } from './protection.ts';
import { runCopy } from './run-copy.ts';

/** One way round, protected one way. */
export interface Attempt {
  readonly way: CopyWay;
  readonly protection: Protection;
}

/** Why an attempt led to no data connection; another one may. */
export interface Refusal extends Attempt {
  readonly kind: 'refused';
  /** What was refused: SSCN or PROT, PASV, PORT, or the data connection itself. */
  readonly what: 'protect' | 'listen' | 'call' | 'connect';
  /** Who refused it; of a data connection that does not come about nobody may have. */
  readonly side: ServerSide | null;
  readonly fault: Fault;
}

/**
 * Protects, announces, and transfers. What is refused of the way itself is no fault but an answer.
 * Faults: as of runCopy, and those of REST.
 */
export const tryWay = async (
  attempt: Attempt,
  options: CopyOptions,
): Promise<{ readonly kind: 'done'; readonly outcome: CopyOutcome } | Refusal> => {
  const { way, protection } = attempt;
  const { active, passive } = way;
  const refused = (what: Refusal['what'], side: Refusal['side'], fault: Fault): Refusal => ({
    ...attempt,
    kind: 'refused',
    what,
    side,
    fault,
  });

  const protecting = await unlessFault(protectBetween(way, protection));
  if (!protecting.taken) return refused('protect', null, protecting.fault);
  const listening = await unlessFault(haveListen(passive.interpreter, protection === 'cpsv'));
  if (!listening.taken) return refused('listen', passive.side, listening.fault);
  const calling = await unlessFault(haveCall(active.interpreter, listening.value));
  if (!calling.taken) return refused('call', active.side, calling.fault);

  const marker = options.offset > 0 ? String(options.offset) : null;
  await together(restartAt(active.interpreter, marker), restartAt(passive.interpreter, marker));
  if (options.signal?.aborted === true) throw new FaultError({ kind: 'cancelled', stage: 'preparing' });
  const end = await runCopy(way, listening.value, options);
  if (end.kind === 'not-connected') return refused('connect', end.refusedBy, end.fault);
  for (const { interpreter } of [active, passive]) interpreter.state.restarted = false;
  return end;
};

type Taken<T> = { readonly taken: true; readonly value: T } | { readonly taken: false; readonly fault: Fault };

/** What came of it, or the fault where the server said no, or something that cannot be used. */
const unlessFault = async <T>(asked: Promise<T>): Promise<Taken<T>> => {
  try {
    return { taken: true, value: await asked };
  } catch (error) {
    if (!(error instanceof FaultError) || !REFUSALS.has(error.fault.kind)) throw error;
    return { taken: false, fault: error.fault };
  }
};

const REFUSALS: ReadonlySet<Fault['kind']> = new Set(['reply', 'protocol', 'security']);
