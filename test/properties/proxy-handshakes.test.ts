import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Handshake } from '../../src/main/ftp/network/proxy/handshake.ts';
import { httpConnect } from '../../src/main/ftp/network/proxy/http-connect.ts';
import { ProxyFailure } from '../../src/main/ftp/network/proxy/proxy-failure.ts';
import { encodeAddress, hearAddress } from '../../src/main/ftp/network/proxy/socks-address.ts';
import { socks } from '../../src/main/ftp/network/proxy/socks5.ts';
import { hex, split, talk } from '../main/ftp/network/proxy/run.ts';

const LOGIN = { user: 'ada', password: 'secret' };
const TARGET = { host: 'example.org', port: 21 };

const answers: readonly (readonly [string, () => Handshake<unknown>, Uint8Array])[] = [
  ['SOCKS5 with a login', () => socks('connect', LOGIN, TARGET), hex('05 02 01 00 05 00 00 03 03 61 62 63 00 15')],
  ['SOCKS5 BIND', () => socks('bind', null, TARGET), hex('05 00 05 00 00 01 7f 00 00 01 12 34')],
  ['HTTP', () => httpConnect(LOGIN, TARGET), Buffer.from('HTTP/1.1 100 Go on\r\n\r\nHTTP/1.1 200 OK\r\nVia: \r\n\r\n')],
];

const lengths = fc.array(fc.nat({ max: 20 }), { maxLength: 40 });

describe.each(answers)('%s', (_name, handshake, answer) => {
  test('comes out the same however the proxy’s words are split, and loses nothing of what follows', () => {
    fc.assert(
      fc.property(lengths, fc.uint8Array({ maxLength: 40 }), (pieces, behind) => {
        const all = Buffer.concat([answer, behind]);
        const whole = talk(handshake(), [all]);
        expect(talk(handshake(), split(all, pieces))).toEqual(whole);
        expect(whole.rest).toBe(Buffer.from(behind).toString('hex'));
      }),
    );
  });

  test('ends in a failure of the proxy, and nothing else, whatever comes', () => {
    fc.assert(
      fc.property(lengths, fc.nat({ max: answer.length }), fc.uint8Array({ maxLength: 100 }), (pieces, kept, noise) => {
        const all = Buffer.concat([answer.subarray(0, kept), noise]);
        try {
          talk(handshake(), split(all, pieces));
        } catch (error) {
          expect(error).toBeInstanceOf(ProxyFailure);
        }
      }),
    );
  });
});

test('an address that is encoded is heard again', () => {
  const host = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.domain().filter((name) => name.length < 250),
  );
  fc.assert(
    fc.property(host, fc.nat({ max: 65_535 }), (name, port) => {
      const encoded = encodeAddress({ host: name, port });
      const { result, rest } = talk(hearAddress(encoded[0] ?? 0), [encoded.subarray(1)]);
      expect(encodeAddress(result ?? { host: '', port: 0 })).toEqual(encoded);
      expect(result?.port).toBe(port);
      expect(rest).toBe('');
    }),
  );
});
