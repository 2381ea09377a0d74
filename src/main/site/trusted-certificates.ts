import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import type { CertificateView } from '#shared/model/prompt.ts';

/** The certificates a person chose to trust always, each for one host and port. */
export interface TrustedCertificates {
  find(host: string, port: number): CertificateView | undefined;
  /** Takes the place of the one trusted before for this host and port. */
  trust(host: string, port: number, certificate: CertificateView): void;
}

const certificateView = z.object({
  subject: z.string(),
  issuer: z.string(),
  names: z.array(z.string()),
  validFromMs: z.number(),
  validToMs: z.number(),
  sha256: z.string(),
});

/** @param now milliseconds since the epoch */
export const createTrustedCertificates = (
  database: DatabaseSync,
  now: () => number = Date.now,
): TrustedCertificates => {
  const find = database.prepare('SELECT certificate FROM trusted_certificate WHERE host = ? AND port = ?');
  const put = database.prepare(
    `INSERT INTO trusted_certificate (host, port, sha256, certificate, trusted_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (host, port) DO UPDATE
     SET sha256 = excluded.sha256, certificate = excluded.certificate, trusted_ms = excluded.trusted_ms`,
  );
  return {
    find: (host, port) => {
      const row = find.get(host.toLowerCase(), port);
      if (!row) return undefined;
      return certificateView.parse(JSON.parse(z.object({ certificate: z.string() }).parse(row).certificate));
    },
    trust: (host, port, certificate) => {
      put.run(host.toLowerCase(), port, certificate.sha256, JSON.stringify(certificate), now());
    },
  };
};
