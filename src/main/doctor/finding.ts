import { FaultError } from '#shared/fault.ts';
import {
  CHECKS,
  type CheckId,
  type Facts,
  type FindingOf,
  type Fix,
  type Outcome,
  type Verdict,
} from '#shared/model/diagnosis.ts';

export interface FindingMore {
  readonly facts?: Facts;
  readonly evidence?: readonly string[];
  readonly fix?: Fix | null;
}

/** What came of a check, by its verdict. */
export const finding = <C extends CheckId>(check: C, verdict: Verdict<C>, more: FindingMore = {}): FindingOf<C> => {
  const outcomes: Readonly<Record<string, Outcome>> = CHECKS[check];
  return {
    check,
    verdict,
    outcome: outcomes[verdict] ?? 'failed',
    facts: more.facts ?? {},
    evidence: more.evidence ?? [],
    fix: more.fix ?? null,
  };
};

/** `TLSv1.3` as people write it. */
export const tlsWords = (protocol: string): string => protocol.replace(/^TLSv/, 'TLS ');

/** The server's or the system's own words about a fault, on one line. */
export const wordsOf = (error: unknown): string => {
  const text = error instanceof FaultError ? faultWords(error) : error instanceof Error ? error.message : String(error);
  return text.replace(/\s*\n\s*/g, ' ').slice(0, 300);
};

const faultWords = ({ fault }: FaultError): string => {
  switch (fault.kind) {
    case 'reply':
      return `${fault.code} ${fault.text}`;
    case 'cancelled':
      return 'cancelled';
    default:
      return fault.detail;
  }
};
