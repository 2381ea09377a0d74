import { FaultError, type Stage } from '#shared/fault.ts';
import { isNegative, type Reply, replyText } from '#shared/ftp/reply.ts';
import { excerpt } from '../protocol/protocol-fault.ts';

/**
 * The fault of a reply that was not the wanted one: `reply` for 4yz and 5yz, and for a 332 that asks for an account
 * nobody has; `protocol: unexpected-reply` for what the command's diagram (RFC 959 6) does not allow.
 *
 * @param verb of the command answered, null for the greeting
 */
export const replyFault = (reply: Reply, verb: string | null, stage: Stage): FaultError => {
  const { code } = reply;
  if (isNegative(reply) || code === 332) {
    return new FaultError({ kind: 'reply', stage, command: verb, code, text: bounded(replyText(reply)) });
  }
  const detail = `${code} ${excerpt(replyText(reply))} to ${verb ?? 'the connection'}`;
  return new FaultError({ kind: 'protocol', stage, reason: 'unexpected-reply', detail });
};

/** Characters of a reply that its fault keeps: a queue may hold a fault for each of a million files. */
const KEPT = 2_000;

const bounded = (text: string): string => (text.length > KEPT ? `${text.slice(0, KEPT)}…` : text);
