import { expect, test } from 'vitest';
import { faultOf, fromMemory, intoMemory, loggedIn, sampleBytes, transferOptions } from './conversation.ts';

/**
 * A place that the server holds from a transfer that was given up is not the place at which the next one begins (RFC 3659
 * 5.3: REST is for the command that follows at once).
 */

const content = sampleBytes(10_000);

/** Gives a download up while the reply to its REST is on its way. */
const givenUp = async () => {
  const held = Promise.withResolvers<void>();
  const conversation = await loggedIn({
    files: { a: content, b: 'x' },
    replies: { REST: [{ until: held.promise }, null] },
  });
  const { ftp, server } = conversation;
  const stop = new AbortController();
  const fault = faultOf(ftp.retrieve('/a', intoMemory(), transferOptions(undefined, stop.signal, 4_000)));
  await expect.poll(() => server.commands.at(-1)).toMatch(/^REST 4000|^RETR/);
  stop.abort();
  setTimeout(held.resolve, 20);
  expect(await fault).toMatchObject({ kind: 'cancelled' });
  return conversation;
};

test('the next download is of the whole file', async () => {
  const { ftp } = await givenUp();
  const sink = intoMemory();
  await ftp.retrieve('/a', sink, transferOptions());
  expect(sink.content().equals(content)).toBe(true);
});

test('the next upload is stored from the start', async () => {
  const { ftp, server } = await givenUp();
  await ftp.store('/b', fromMemory(content), transferOptions());
  expect((await server.content('/b')).equals(content)).toBe(true);
});
