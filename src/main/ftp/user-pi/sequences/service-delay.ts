import { type Reply, replyText } from '#shared/ftp/reply.ts';
import type { ExchangeOptions } from '../exchange.ts';
import type { Interpreter } from '../interpreter.ts';

/** The longest that a server may have us wait until it is ready, in minutes. */
export const MOST_MINUTES = 15;

const MINUTE = 60_000;

/**
 * How `120 Service ready in nnn minutes` (RFC 959 5.4) is waited out, before the 220 of a greeting or of REIN: so long
 * the server's silence is no fault. The minutes are the one thing that a reply says in words; a 120 without a number
 * is given the most there is.
 *
 * @param now milliseconds of a clock that only goes forward
 */
export const waitUntilReady = (
  { options }: Pick<Interpreter, 'options'>,
  now: () => number = () => performance.now(),
): Required<Pick<ExchangeOptions, 'onPreliminary' | 'patient'>> => {
  const atMost = now() + MOST_MINUTES * MINUTE;
  let readyAt = 0;
  return {
    onPreliminary(reply) {
      if (reply.code !== 120) return;
      const minutes = Math.min(minutesOf(reply) ?? MOST_MINUTES, MOST_MINUTES);
      readyAt = Math.min(now() + minutes * MINUTE, atMost);
      options.observer.note(`the server is ready in ${minutes} minutes; waiting`);
    },
    patient: () => now() < readyAt,
  };
};

const minutesOf = (reply: Reply): number | null => {
  const found = /\d{1,6}/.exec(replyText(reply));
  return found === null ? null : Number(found[0]);
};
