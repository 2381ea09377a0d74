import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';
import { protocolFault } from '../protocol/protocol-fault.ts';

/** A TCP socket that TLS runs on for a while and that goes on without it (RFC 4217 5, CCC). */
export interface RemovableTls {
  /** For TLS to run on. */
  readonly stream: Duplex;
  /**
   * Ends TLS by close_notify both ways; to be called while the last line that comes through it is being delivered. Until
   * the server's close_notify has come every byte goes through TLS, so that nobody in between can end it.
   * @returns bytes behind the server's close_notify
   * Faults: `protocol: tls-not-ended`.
   */
  remove(secured: TLSSocket, timeoutMs: number): Promise<Uint8Array>;
}

/** RFC 8446 5.1, RFC 5246 6.2.1: a record is type, version, length (16 bits) and that many bytes. */
const RECORD_HEADER = 5;
/** Change_cipher_spec, alert, handshake and application data. */
const FIRST_TYPE = 20;
const LAST_TYPE = 23;
/** RFC 5246 6.2.3, the more generous of the two. */
const LONGEST_RECORD = 2 ** 14 + 2048;
/** Bytes that wait here before the network is told to. */
const MOST_WAITING = 2 ** 16;

/**
 * Hands TLS one record at a time, so that what is behind the last one is still here. That costs little on a control
 * connection, and only those have it that are to be cleared.
 */
export const removableTls = (socket: Socket): RemovableTls => {
  let rest: Uint8Array = new Uint8Array();
  let passing = false;
  let ended = false;
  /** Told after each record, once TLS is to be removed. */
  let removing: { passed(): boolean; fail(why: string): void } | null = null;

  const stream = new Duplex({
    allowHalfOpen: true,
    read() {},
    write(bytes: Uint8Array, _encoding, done) {
      socket.write(bytes, done);
    },
    final(done) {
      if (removing === null) socket.end(done);
      else done();
    },
    destroy(error, done) {
      if (removing === null) socket.destroy();
      done(error);
    },
  });

  const hand = (length: number): void => {
    stream.push(rest.subarray(0, length));
    rest = rest.subarray(length);
  };
  const pass = (): void => {
    if (passing) return;
    const length = recordLength(rest);
    if (length === null) {
      // TLS says what is wrong with it.
      if (removing === null) hand(rest.length);
      else removing.fail('something in the clear came before it');
    } else if (rest.length >= length) {
      passing = true;
      hand(length);
      // What TLS made of it shows before the next turn of the event loop.
      setImmediate(() => {
        passing = false;
        if (rest.length <= MOST_WAITING) socket.resume();
        if (removing === null || !removing.passed()) pass();
      });
    } else if (ended) stream.push(null);
  };
  const received = (bytes: Buffer): void => {
    rest = Buffer.concat([rest, bytes]);
    if (rest.length > MOST_WAITING) socket.pause();
    pass();
  };
  const end = (): void => {
    ended = true;
    if (removing === null) pass();
    else removing.fail('the connection was closed');
  };
  const failed = (error: Error): void => {
    if (removing === null) stream.destroy(error);
    else removing.fail(error.message);
  };
  const closed = (): void => {
    if (removing === null) stream.destroy();
    else removing.fail('the connection was closed');
  };
  socket.on('data', received).on('end', end).on('error', failed).on('close', closed);
  socket.resume();

  return {
    stream,
    remove: (secured, timeoutMs) =>
      new Promise((resolve, reject) => {
        let settled = false;
        const settle = (act: () => void): void => {
          if (settled) return;
          settled = true;
          clearTimeout(timer);
          socket.off('data', received).off('end', end).off('close', closed);
          socket.pause();
          secured.off('data', more);
          act();
        };
        const fail = (why: string): void => settle(() => reject(notEnded(why)));
        const passed = (): boolean => {
          // Ours has to have left as well.
          if (secured.readableEnded && secured.writableFinished) settle(() => resolve(rest));
          return secured.readableEnded;
        };
        const more = (): void => fail('more came in its place');
        const timer = setTimeout(() => fail('it did not come'), timeoutMs);
        removing = { passed, fail };
        secured
          .on('error', (error) => fail(error.message))
          .on('finish', passed)
          .on('data', more);
        secured.end();
      }),
  };
};

/** Bytes of the record that begins here; more than there are where its header is not complete; null: it is no record. */
const recordLength = (bytes: Uint8Array): number | null => {
  const [type, , , high = 0, low = 0] = bytes;
  if (type !== undefined && (type < FIRST_TYPE || type > LAST_TYPE)) return null;
  if (bytes.length < RECORD_HEADER) return RECORD_HEADER;
  const length = high * 256 + low;
  return length > LONGEST_RECORD ? null : RECORD_HEADER + length;
};

const notEnded = (why: string) =>
  protocolFault('tls-not-ended', `no close_notify behind the reply to CCC: ${why}`, 'logging-in');
