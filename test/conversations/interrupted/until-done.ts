import fc from 'fast-check';
import { expect } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import type { UserFtp } from '../../../src/main/ftp/engine.ts';
import type { ServerScript } from '../../server-ftp/script.ts';
import type { ServerFtp } from '../../server-ftp/server-ftp.ts';
import { openConversation } from '../conversation.ts';

/**
 * Tries on a server of this script until it is done, on a new control connection where the old one is gone; more than
 * one try is needed, and none more than breaks were planned. Answers the server, ended already.
 *
 * @param attempt one try; `again` behind a broken one
 */
export const untilDone = async (
  script: ServerScript,
  breaks: number,
  attempt: (ftp: UserFtp, again: boolean) => Promise<void>,
): Promise<ServerFtp> => {
  const conversation = await openConversation(script);
  try {
    let ftp = await conversation.connect();
    for (let broken = 0; ; broken += 1) {
      try {
        await attempt(ftp, broken > 0);
        expect(broken).toBeGreaterThan(0);
        return conversation.server;
      } catch (error) {
        if (!isBroken(error)) throw error;
        expect(broken).toBeLessThan(breaks);
      }
      if (ftp.closed) ftp = await conversation.connect();
    }
  } finally {
    await conversation.end();
  }
};

/** What a break can end in, and nothing else: 426, the loss of a connection, or an end that was not marked. */
const isBroken = (error: unknown): boolean => {
  if (!(error instanceof FaultError)) return false;
  const { fault } = error;
  if (fault.kind === 'reply') return fault.code === 426;
  if (fault.kind === 'protocol') return fault.reason === 'no-end-of-file';
  return fault.kind === 'data-connection' || fault.kind === 'control-connection';
};

/** Tries a hundred cases, and names the seed where one fails; answers how many went on in the middle. */
export const hundredTimes = async <T>(
  cases: fc.Arbitrary<T>,
  goesOn: (what: T) => Promise<boolean>,
): Promise<number> => {
  let count = 0;
  const counted = fc.asyncProperty(cases, async (what) => {
    if (await goesOn(what)) count += 1;
  });
  await fc.assert(counted, { numRuns: 100, endOnFailure: true });
  return count;
};
