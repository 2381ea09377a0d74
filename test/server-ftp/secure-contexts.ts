import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { connect, createSecureContext, DEFAULT_CIPHERS, type SecureContext, TLSSocket } from 'node:tls';
import type { CertificateName, TlsScript } from './script.ts';

const file = (name: string): string => readFileSync(new URL(`certificate/${name}.pem`, import.meta.url), 'utf8');

/** The root in PEM that signed every certificate but `self-signed`. */
export const testRoot = (): string => file('root');

/** A certificate in PEM, for a test that compares or pins it. */
export const certificateOf = (name: CertificateName): string => file(name);

/** TLS for the control and the data connections of one server, which resume each other's sessions. */
export interface SecureContexts {
  onControl(socket: Duplex): TLSSocket;
  onData(socket: Socket): TLSSocket;
  /** As the one who begins the handshake: towards another server (CPSV, SSCN). */
  asClient(socket: Socket): TLSSocket;
}

export const secureContexts = (script: TlsScript): SecureContexts => {
  const control = context(script, script.certificate ?? 'localhost');
  // A resumed session shows no certificate at all, so another one for the data needs ticket keys of its own.
  const data = script.dataCertificate ? context(script, script.dataCertificate) : control;
  const asked = { isServer: true, requestCert: script.clientCertificate !== undefined };
  return {
    onControl: (socket) => new TLSSocket(socket, { ...asked, secureContext: control }),
    onData: (socket) => new TLSSocket(socket, { ...asked, secureContext: data }),
    // Servers know each other by no certificate: whoever holds the other end was named over two secured connections.
    asClient: (socket) => connect({ socket, rejectUnauthorized: false }),
  };
};

const context = (script: TlsScript, name: CertificateName): SecureContext =>
  createSecureContext({
    cert: file(name),
    key: file(`${name}-key`),
    sessionIdContext: 'longshore',
    ticketKeys: randomBytes(48),
    minVersion: script.version ?? 'TLSv1.2',
    maxVersion: script.version ?? 'TLSv1.3',
    ...(script.clientCertificate ? { ca: testRoot() } : {}),
    // OpenSSL has the old versions only where its security level 0 is asked for.
    ...(script.version === 'TLSv1' || script.version === 'TLSv1.1'
      ? { ciphers: `${DEFAULT_CIPHERS}:@SECLEVEL=0` }
      : {}),
  });

/** Resolves when the handshake is done; rejects where it failed or the client closed in the middle of it. */
export const handshake = (socket: TLSSocket): Promise<void> =>
  new Promise((resolve, reject) => {
    socket.once('secure', () => resolve());
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('closed during the TLS handshake')));
  });
