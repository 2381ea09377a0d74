import type { Fault } from '#shared/fault.ts';
import { excerpt } from '../protocol/protocol-fault.ts';
import { protectionRefused } from './sequences/secure-data.ts';

/** What is known of a transfer that failed although its data was to be private. */
export interface PrivateTransfer {
  readonly verb: string;
  /** Why the data did not come through; null where it did, or was still moving. */
  readonly failed: Fault | null;
  /** Whether the data connection resumed the session; null where its TLS never stood. */
  readonly resumed: boolean | null;
}

/**
 * RFC 4217 7: 522 the TLS negotiation failed or was unacceptable, 521 the PROT setting is incorrect; RFC 2228 5: 431,
 * 534, 535 and 536. Some say 425 where they want the session resumed.
 */
const ABOUT_PROTECTION: ReadonlySet<number> = new Set([431, 521, 522, 534, 535, 536]);
const ABOUT_RESUMPTION: ReadonlySet<number> = new Set([425, 522]);

/**
 * The fault of a transfer, told as one of its protection where that is what failed: the data connection's TLS never
 * stood, or the server says that it wanted the session resumed.
 */
export const protectionFault = (because: Fault, { verb, failed, resumed }: PrivateTransfer): Fault => {
  const said = because.kind === 'reply' ? `${because.code} ${excerpt(because.text)}` : null;
  if (resumed === null) {
    const noTls = failed?.kind === 'security' && failed.reason === 'tls-handshake' ? failed.detail : null;
    const refused = because.kind === 'reply' && ABOUT_PROTECTION.has(because.code);
    if (noTls === null && !refused) return because;
    const detail = [said, noTls].filter((part) => part !== null).join('; ');
    return protectionRefused('transfer-command', `${verb}: ${detail}`).fault;
  }
  if (resumed || because.kind !== 'reply' || !ABOUT_RESUMPTION.has(because.code)) return because;
  return { kind: 'security', stage: because.stage, reason: 'session-not-resumed', detail: `${verb}: ${said}` };
};
