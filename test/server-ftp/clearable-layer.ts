import { once } from 'node:events';
import type { Socket } from 'node:net';
import { Duplex } from 'node:stream';
import type { TLSSocket } from 'node:tls';

const RECORD_HEADER = 5;

/** Between TLS and the control connection's socket, so that CCC can take TLS away (RFC 4217 5). */
export class ClearableLayer extends Duplex {
  readonly #plain: Socket;
  readonly #received = (bytes: Buffer): void => void this.push(bytes);
  #left = false;

  constructor(plain: Socket) {
    super({ allowHalfOpen: true });
    this.#plain = plain;
    plain.on('data', this.#received);
    plain.once('end', () => this.#left || this.push(null));
    plain.once('close', () => this.#left || this.destroy());
    plain.resume();
  }

  /**
   * Says close_notify and waits for the client's, which is the next record there is from it.
   *
   * @returns what the client said behind it
   */
  async leave(tls: TLSSocket): Promise<Buffer> {
    this.#left = true;
    this.#plain.off('data', this.#received);
    tls.resume();
    const ended = once(tls, 'end');
    tls.end();
    let bytes = Buffer.alloc(0);
    const whole = (): number => RECORD_HEADER + (bytes.length < RECORD_HEADER ? 1 : bytes.readUInt16BE(3));
    while (bytes.length < whole()) {
      const [more] = await once(this.#plain, 'data');
      bytes = Buffer.concat([bytes, more]);
    }
    this.#plain.pause();
    this.push(bytes.subarray(0, whole()));
    await ended;
    return bytes.subarray(whole());
  }

  override _read(): void {}

  override _write(bytes: Uint8Array, _encoding: string, done: (error?: Error | null) => void): void {
    this.#plain.write(bytes, done);
  }

  override _final(done: () => void): void {
    if (!this.#left) this.#plain.end();
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    if (!this.#left) this.#plain.destroy();
    done(error);
  }
}
