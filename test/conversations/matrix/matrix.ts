import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultTransferOptions } from '../../../src/main/ftp/defaults.ts';
import type { UserFtp } from '../../../src/main/ftp/engine.ts';
import type { ServerScript } from '../../server-ftp/script.ts';
import { type Conversation, faultOf, fromMemory, intoMemory, openConversation } from '../conversation.ts';
import { type Combination, combinations, hasMeaning } from './combinations.ts';
import { type Corpus, corpora } from './corpora.ts';
import { expected, keptBy } from './expectations.ts';
import { optionsFor, PORTS, type PortCommand } from './ports.ts';

/** Milliseconds; on a machine that does other things as well, the large files take some seconds. */
const PATIENT = { connect: 30_000, reply: 30_000, data: 30_000 };

export interface MatrixOptions {
  readonly script?: ServerScript;
  /** Which of the table; all where it is left out. */
  readonly which?: (combination: Combination) => boolean;
  /** Which files go through a combination. */
  readonly files?: (corpus: Corpus, combination: Combination) => boolean;
}

/**
 * Every small file goes through every combination over every port. The two large ones go through every combination,
 * each over one port in turn: what they show is in the codecs, which do not know the port, and all of them over all
 * ports would take minutes.
 */
const inTurn =
  (port: PortCommand) =>
  ({ large }: Corpus, { index }: Combination): boolean =>
    !large || PORTS[index % PORTS.length] === port;

/** Put, look at what the server keeps, and get back: one test for each TYPE x STRU x MODE over one data port. */
export const describeMatrix = (
  port: PortCommand,
  { script = {}, which = () => true, files = inTurn(port) }: MatrixOptions = {},
): void => {
  let conversation: Conversation & { readonly end: () => Promise<void> };
  let ftp: UserFtp;
  beforeAll(async () => {
    conversation = await openConversation(script, { ...optionsFor(port), timeouts: PATIENT });
    ftp = await conversation.connect();
  });
  afterAll(() => conversation.end());

  describe.each(combinations.filter(which))('$name', { timeout: 60_000 }, (combination) => {
    const { parameters } = combination;
    const options = { ...defaultTransferOptions(), parameters };

    const bytesCarried = (): number => conversation.server.data.reduce((sum, { bytes }) => sum + bytes, 0);

    const roundTrip = async ({ bytes }: Corpus): Promise<void> => {
      const rule = expected(parameters, bytes);
      const path = '/file';
      const { form } = rule;
      const put = ftp.store(path, fromMemory(rule.local), { ...options, form, counter: { bytes: 0 } });
      if ('refused' in rule) {
        const carried = bytesCarried();
        const fault = await faultOf(put);
        expect(fault).toMatchObject({ kind: 'refused-here', reason: 'no-meaning' });
        expect(bytesCarried()).toBe(carried);
        return;
      }
      expect((await put).bytes).toBe(rule.local.length);
      const kept = await keptBy(conversation.server, parameters, path);
      expect(kept.length).toBe(rule.kept.length);
      expect(kept.findIndex((part, index) => rule.kept[index]?.equals(part) !== true)).toBe(-1);
      const sink = intoMemory();
      const got = await ftp.retrieve(path, sink, { ...options, form, counter: { bytes: 0 } });
      expect(got).toMatchObject({ bytes: rule.back.length, suspect: [] });
      expect(sink.content().equals(rule.back)).toBe(true);
    };

    if (!hasMeaning(combination)) {
      test('has no meaning, and nothing is sent', async () => {
        conversation.said();
        for (const call of [
          ftp.store('/file', fromMemory(Buffer.from('a')), options),
          ftp.retrieve('/file', intoMemory(), options),
        ])
          expect(await faultOf(call)).toMatchObject({ kind: 'refused-here', stage: 'preparing', reason: 'no-meaning' });
        expect(conversation.said()).toEqual([]);
      });
      return;
    }
    test('put, kept and got back', async () => {
      conversation.said();
      for (const corpus of corpora.filter((each) => files(each, combination))) await roundTrip(corpus);
      const said = conversation.said();
      const announced = said.filter((line) => /^(PORT|EPRT|PASV|EPSV)/.test(line)).map((line) => line.split(' ', 1)[0]);
      const moved = said.filter((line) => /^(STOR|RETR)/.test(line));
      expect(announced).toEqual(port === 'none' ? [] : moved.map(() => port));
      expect(conversation.server.connections).toHaveLength(1);
    });
  });
};
