import { describe, expect, test } from 'vitest';
import {
  formatExtendedPort,
  formatPort,
  parseExtendedPassiveReply,
  parsePassiveReply,
} from '../../../../src/main/ftp/protocol/host-port.ts';

describe('227', () => {
  test.each([
    ['Entering Passive Mode (127,0,0,1,90,65)', { host: '127.0.0.1', port: 23_105 }],
    ['Entering Passive Mode 10,0,0,1,0,21', { host: '10.0.0.1', port: 21 }],
    ['=127, 0, 0, 1, 255, 255.', { host: '127.0.0.1', port: 65_535 }],
  ])('%s', (text, hostPort) => {
    expect(parsePassiveReply(text)).toEqual(hostPort);
  });

  test.each(['', '(1,2,3,4,5)', '(256,0,0,1,1,1)', '(1,2,3,4,0,0)', '(1,2,3,4,256,1)', '(a,b,c,d,e,f)'])(
    '%j is malformed',
    (text) => {
      expect(() => parsePassiveReply(text)).toThrow('malformed-address');
    },
  );
});

describe('229', () => {
  test.each([
    ['Entering Extended Passive Mode (|||6446|)', 6446],
    ['ok (!!!65535!)', 65_535],
    ['ok (|1|10.0.0.1|21|)', 21],
    ['ok (|2|fe80::1|21|)', 21],
  ])('%s', (text, port) => {
    expect(parseExtendedPassiveReply(text)).toBe(port);
  });

  test.each(['', '(|||0|)', '(|||65536|)', '|||6446|', '(||6446|)', '(127,0,0,1,90,65)', '(|||x|)'])(
    '%j is malformed',
    (text) => {
      expect(() => parseExtendedPassiveReply(text)).toThrow('malformed-address');
    },
  );
});

describe('what we announce', () => {
  test('PORT', () => {
    expect(formatPort({ host: '132.235.1.2', port: 6275 })).toBe('132,235,1,2,24,131');
  });

  test('EPRT, the examples of RFC 2428', () => {
    expect(formatExtendedPort({ host: '132.235.1.2', port: 6275 })).toBe('|1|132.235.1.2|6275|');
    expect(formatExtendedPort({ host: '1080::8:800:200C:417A', port: 5282 })).toBe('|2|1080::8:800:200C:417A|5282|');
  });
});
