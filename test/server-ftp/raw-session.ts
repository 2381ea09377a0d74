import { onTestFinished } from 'vitest';
import { RawClient, readAll } from './raw-client.ts';
import { type ServerFtp, type ServerScript, startServerFtp } from './server-ftp.ts';

/** A server with a client logged in to it, for the tests of the server itself; both end with the test. */
export interface RawSession {
  readonly server: ServerFtp;
  readonly client: RawClient;
  /** A further client, logged in, from a port of its choice. */
  another(localPort?: number): Promise<RawClient>;
  /** The bytes a transfer command brings over a passive data connection, and its last reply. */
  get(line: string): Promise<{ readonly bytes: Buffer; readonly reply: string | null }>;
  /** Sends bytes to a transfer command and closes; the replies behind the 150. */
  put(line: string, bytes: Uint8Array): Promise<readonly (string | null)[]>;
}

export const rawSession = async (script: ServerScript = {}): Promise<RawSession> => {
  const server = await startServerFtp(script);
  onTestFinished(() => server.close());
  const another = async (localPort?: number): Promise<RawClient> => {
    const client = new RawClient(server, localPort);
    onTestFinished(() => client.close());
    await client.logIn();
    return client;
  };
  const client = await another();
  return {
    server,
    client,
    another,
    async get(line) {
      const socket = await client.passive();
      const whole = readAll(socket);
      const first = await client.command(line);
      if (!first?.startsWith('1')) return { bytes: Buffer.alloc(0), reply: first };
      return { bytes: (await whole).bytes, reply: await client.reply() };
    },
    async put(line, bytes) {
      const socket = await client.passive();
      socket.on('error', () => {});
      const replies = [await client.command(line)];
      if (!replies[0]?.startsWith('1')) return replies;
      socket.end(bytes);
      for (let reply = await client.reply(); ; reply = await client.reply()) {
        replies.push(reply);
        if (!reply?.startsWith('1')) return replies.slice(1);
      }
    },
  };
};
