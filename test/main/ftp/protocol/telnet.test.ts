import { describe, expect, test } from 'vitest';
import { createTelnetReceiver, escapeTelnet } from '../../../../src/main/ftp/protocol/telnet.ts';

const run = (...chunks: number[][]) => {
  const data: number[] = [];
  const answers: number[][] = [];
  const receiver = createTelnetReceiver(
    (bytes) => data.push(...bytes),
    (bytes) => answers.push([...bytes]),
  );
  for (const chunk of chunks) receiver.push(Uint8Array.from(chunk));
  return { data, answers };
};

describe('Telnet as received', () => {
  test('plain bytes go through', () => {
    expect(run([0x32, 0x32], [0x30])).toEqual({ data: [0x32, 0x32, 0x30], answers: [] });
  });

  test('WILL is answered DONT, DO is answered WONT', () => {
    const answers = [
      [0xff, 0xfe, 1],
      [0xff, 0xfc, 3],
    ];
    expect(run([65, 0xff, 0xfb, 1, 66, 0xff, 0xfd, 3, 67])).toEqual({ data: [65, 66, 67], answers });
  });

  test('WONT and DONT are not answered, or both sides would go on for ever', () => {
    expect(run([0xff, 0xfc, 1, 0xff, 0xfe, 3, 65])).toEqual({ data: [65], answers: [] });
  });

  test('a negotiation split between any two bytes is the same', () => {
    expect(run([0xff], [0xfb], [1], [65])).toEqual({ data: [65], answers: [[0xff, 0xfe, 1]] });
  });

  test('a doubled 0xFF is one', () => {
    expect(run([0xff, 0xff, 65])).toEqual({ data: [0xff, 65], answers: [] });
  });

  test('commands of one byte and subnegotiations disappear', () => {
    expect(run([65, 0xff, 0xf1, 66, 0xff, 0xfa, 24, 1, 0xff, 0xff, 2, 0xff, 0xf0, 67]).data).toEqual([65, 66, 67]);
  });

  test('0xFF before what is no Telnet command is a byte of a name that was not doubled', () => {
    expect(run([0xff, 0x65]).data).toEqual([0xff, 0x65]);
  });
});

describe('Telnet as sent', () => {
  test('0xFF is doubled', () => {
    expect([...escapeTelnet(Uint8Array.of(1, 0xff, 2))]).toEqual([1, 0xff, 0xff, 2]);
  });
});
