import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import type { ServerFtp } from './server-ftp.ts';

/** The barest user of a server, to test the test server with: it sends lines and splits what comes into replies. */
export class RawClient {
  readonly #server: ServerFtp;
  #socket: Socket;
  #received = '';
  #ended = false;
  #wake: () => void = () => {};
  #session: Buffer | null = null;
  readonly #read = (bytes: Buffer): void => {
    this.#received += bytes.toString('latin1');
    this.#wake();
  };

  /** `localPort` is free: one that was asked for can be listened on too, as the default data port needs. */
  constructor(server: ServerFtp, localPort?: number) {
    this.#server = server;
    const { host, port } = server;
    this.#socket = this.#watched(connect({ host, port, ...(localPort === undefined ? {} : { localPort }) }));
  }

  send(line: string): void {
    this.#socket.write(`${line}\r\n`);
  }

  sendBytes(bytes: Uint8Array): void {
    this.#socket.write(bytes);
  }

  /** The next whole reply, its lines joined by LF; null where the connection ended before one came. */
  async reply(): Promise<string | null> {
    for (;;) {
      const whole = /^(?:(\d{3})-[\s\S]*?\r\n\1 .*\r\n|\d{3} .*\r\n)/.exec(this.#received);
      if (whole) {
        this.#received = this.#received.slice(whole[0].length);
        return whole[0].trimEnd().replaceAll('\r\n', '\n');
      }
      if (this.#ended) return null;
      await this.#more();
    }
  }

  async command(line: string): Promise<string | null> {
    this.send(line);
    return this.reply();
  }

  async logIn(): Promise<void> {
    await this.reply();
    await this.command(`USER ${this.#server.user}`);
    await this.command(`PASS ${this.#server.password}`);
    await this.command('TYPE I');
  }

  /** Takes what has come of no reply at all, once `count` characters of it have. */
  async characters(count: number): Promise<string> {
    while (this.#received.length < count && !this.#ended) await this.#more();
    return this.#received;
  }

  async startTls(): Promise<void> {
    this.#socket.off('data', this.#read);
    const socket = this.#secure(this.#socket);
    await once(socket, 'secureConnect');
    this.#socket = this.#watched(socket);
    await this.command('PBSZ 0');
    await this.command('PROT P');
  }

  /** EPSV and a connection there; over TLS where `session` says so: resuming the newest session, or as a stranger. */
  async passive(session: 'none' | 'resume' | 'fresh' = 'none'): Promise<Socket> {
    const port = Number(/\|\|\|(\d+)\|/.exec((await this.command('EPSV')) ?? '')?.[1]);
    const socket = connect(port, this.#server.host);
    await once(socket, 'connect');
    return session === 'none' ? socket : this.#secure(socket, session === 'resume' ? this.#session : null);
  }

  /** EPRT, the command, and the connection the server makes. */
  async active(line: string, session: 'none' | 'resume' = 'none'): Promise<Socket> {
    const listener = createServer({ pauseOnConnect: session !== 'none' });
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const address = listener.address();
    if (address === null || typeof address === 'string') throw new Error('not listening on TCP');
    await this.command(`EPRT |1|127.0.0.1|${address.port}|`);
    this.send(line);
    const [socket] = (await once(listener, 'connection')) as [Socket];
    listener.close();
    return session === 'none' ? socket : this.#secure(socket, this.#session);
  }

  /** The command with nothing announced, and what the server's call to our own control port brings. */
  async defaultPort(line: string): Promise<{ readonly remotePort: number | undefined; readonly text: string }> {
    const listener = createServer();
    listener.listen(this.#socket.localPort, this.#socket.localAddress);
    await once(listener, 'listening');
    this.send(line);
    const [socket] = (await once(listener, 'connection')) as [Socket];
    const { remotePort } = socket;
    listener.close();
    const text = (await readAll(socket)).bytes.toString();
    return { remotePort, text };
  }

  close(): void {
    this.#socket.destroy();
  }

  #secure(socket: Socket, session: Buffer | null = null): TLSSocket {
    const secured = connectTls({
      socket,
      host: this.#server.host,
      ca: this.#server.ca,
      ...(session ? { session } : {}),
    });
    secured.on('session', (ticket) => {
      this.#session = ticket;
    });
    return secured;
  }

  #watched(socket: Socket): Socket {
    socket.on('data', this.#read);
    socket.on('error', () => {});
    socket.once('close', () => {
      this.#ended = true;
      this.#wake();
    });
    return socket;
  }

  #more(): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = resolve;
    });
  }
}

/** Everything a data connection brings, and how it ended. */
export const readAll = (socket: Socket): Promise<{ readonly bytes: Buffer; readonly error: string | null }> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let error: string | null = null;
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    socket.on('error', (cause: NodeJS.ErrnoException) => {
      error = cause.code ?? cause.message;
    });
    socket.once('close', () => resolve({ bytes: Buffer.concat(chunks), error }));
  });
