import { once } from 'node:events';
import { connect, createServer, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** Two ends of a loopback connection; both are gone after the test. */
export const pair = async (): Promise<{ ours: Socket; theirs: Socket }> => {
  const server = createServer({ allowHalfOpen: true });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const accepted = once(server, 'connection');
  const ours = connect({ port, host: '127.0.0.1', allowHalfOpen: true });
  const [theirs] = await accepted;
  if (!(theirs instanceof Socket)) throw new Error('no socket');
  onTestFinished(() => {
    ours.destroy();
    theirs.destroy();
    server.close();
  });
  return { ours, theirs };
};

/** A source that gives these bytes. */
export const sourceOf = (content: Uint8Array) => {
  let left = content;
  return {
    async read(into: Uint8Array) {
      const part = left.subarray(0, into.length);
      into.set(part);
      left = left.subarray(part.length);
      return part.length;
    },
  };
};
