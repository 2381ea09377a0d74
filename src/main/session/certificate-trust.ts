import type { CertificateView } from '#shared/model/prompt.ts';
import type { CertificateQuestion } from '../ftp/engine.ts';
import type { Asker } from '../prompts/asker.ts';
import type { TrustedCertificates } from '../site/trusted-certificates.ts';

/** Decides about certificates that the roots do not vouch for, for all connections of one session. */
export type CertificateTrust = (question: CertificateQuestion) => Promise<boolean>;

/**
 * Trusts what the person trusted always for this host and port, or once for this session; asks about the rest. Several
 * connections that meet the same certificate at the same time ask once.
 * @param signal ends open questions when the session ends
 */
export const createCertificateTrust = (
  trusted: TrustedCertificates,
  asker: Asker,
  signal: AbortSignal,
): CertificateTrust => {
  const trustedOnce = new Set<string>();
  const asking = new Map<string, Promise<boolean>>();

  const ask = async (question: CertificateQuestion, leaf: CertificateView, key: string): Promise<boolean> => {
    const { host, port, chain } = question;
    const previous = trusted.find(host, port) ?? null;
    const problems = previous ? (['changed', ...question.problems] as const) : question.problems;
    const answer = await asker.ask({ kind: 'certificate', host, port, problems, chain, previous }, signal);
    if (answer.kind !== 'certificate') return false;
    trustedOnce.add(key);
    if (answer.trust === 'always') trusted.trust(host, port, leaf);
    return true;
  };

  return (question) => {
    const leaf = question.chain[0];
    if (!leaf) return Promise.resolve(false);
    const key = `${question.host}\n${question.port}\n${leaf.sha256}`;
    if (trustedOnce.has(key) || trusted.find(question.host, question.port)?.sha256 === leaf.sha256) {
      return Promise.resolve(true);
    }
    let pending = asking.get(key);
    if (!pending) {
      pending = ask(question, leaf, key).finally(() => asking.delete(key));
      asking.set(key, pending);
    }
    return pending;
  };
};
