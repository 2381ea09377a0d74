import type { ServerSide } from '#shared/fault.ts';
import type { Interpreter } from '../interpreter.ts';
import type { Protection } from './protection.ts';
import type { Attempt } from './try-way.ts';

/** What worked last for a source: the next file to the same target goes the same way at once. */
interface KnownWay {
  readonly target: Interpreter;
  readonly passive: ServerSide;
  readonly protection: Protection;
}

const known = new WeakMap<Interpreter, KnownWay>();

export const rememberWay = (source: Interpreter, target: Interpreter, { way, protection }: Attempt): void => {
  known.set(source, { target, passive: way.passive.side, protection });
};

/** The attempts in their order, but for the one that worked last, which comes first. */
export const knownWayFirst = (
  source: Interpreter,
  target: Interpreter,
  attempts: readonly Attempt[],
): readonly Attempt[] => {
  const last = known.get(source);
  if (last?.target !== target) return attempts;
  const isLast = ({ way, protection }: Attempt): boolean =>
    way.passive.side === last.passive && protection === last.protection;
  return [...attempts.filter(isLast), ...attempts.filter((attempt) => !isLast(attempt))];
};
