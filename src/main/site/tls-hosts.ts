import type { DatabaseSync } from 'node:sqlite';

/**
 * The hosts that have stood under TLS. Somebody in between who refuses AUTH must not bring a site that may try without
 * TLS back to plain text.
 */
export interface TlsHosts {
  has(host: string, port: number): boolean;
  remember(host: string, port: number): void;
}

export const createTlsHosts = (database: DatabaseSync): TlsHosts => {
  const find = database.prepare('SELECT 1 FROM tls_host WHERE host = ? AND port = ?');
  const put = database.prepare('INSERT OR IGNORE INTO tls_host (host, port) VALUES (?, ?)');
  return {
    has: (host, port) => find.get(host.toLowerCase(), port) !== undefined,
    remember: (host, port) => {
      put.run(host.toLowerCase(), port);
    },
  };
};
