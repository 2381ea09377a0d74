import type { Fault } from '#shared/fault.ts';
import { toFault } from '#shared/fault.ts';
import type { Result } from '#shared/result.ts';
import { failed, ok } from '#shared/result.ts';
import type { Routes } from './routes.ts';

/** What is wrong with a request before it reaches its handler: the window is not believed, whoever wrote it. */
export const badInput = (detail: string): Fault => ({
  kind: 'refused-here',
  stage: 'preparing',
  reason: 'bad-input',
  detail,
});

/**
 * Answers one request of a window.
 * @param channel the name of the request in the contract; anything else is refused
 * @param input checked by the request's schema before the handler sees it
 * @returns always a Result, whatever the handler throws: errors never cross a process as exceptions
 */
export const serveRequest = async (routes: Routes, channel: unknown, input: unknown): Promise<Result<unknown>> => {
  const route = typeof channel === 'string' ? routes.requests.get(channel) : undefined;
  if (!route) return failed(badInput(`no such request: ${String(channel).slice(0, 100)}`));
  const checked = route.spec.input.safeParse(input);
  if (!checked.success)
    return failed(badInput(`${route.spec.channel}: ${checked.error.issues[0]?.message ?? 'input'}`));
  try {
    return ok(await route.handler(checked.data));
  } catch (thrown) {
    return failed(routes.tell(toFault(thrown, 'preparing'), checked.data));
  }
};
