import { describe, expect, test } from 'vitest';
import { parseDigestReply, parseHashReply, parseMd5Reply } from '../../../../src/main/ftp/protocol/checksum-reply.ts';

const SHA1 = '21c2ca15cf570582949eb59fb78038b9c27ffcaf';
const MD5 = '5eb63bbbe01eeed093cb22bb8f5acdc3';
const reply = (...lines: string[]) => ({ code: 213, lines });

describe('HASH', () => {
  test.each([
    ['as in the draft', reply(`SHA-1 0-49 ${SHA1} a b.txt`)],
    ['as FileZilla Server has it', reply(`SHA-1 ${SHA1}`)],
    ['as ProFTPD has it', reply('Computing SHA-1 digest', `SHA-1 0-50 ${SHA1.toUpperCase()} /a`)],
    ['of a file whose name looks like a checksum', reply(`SHA-1 0-9 ${SHA1} ${'0'.repeat(40)}`)],
  ])('%s', (_, said) => {
    expect(parseHashReply(said, 'SHA-1')).toBe(SHA1);
  });

  test.each([
    ['of another algorithm', reply(`SHA-256 0-49 ${SHA1} a`)],
    ['of another length', reply(`SHA-1 0-49 ${MD5} a`)],
    ['without one', reply('SHA-1 done')],
    ['no lines', reply()],
  ])('none: %s', (_, said) => {
    expect(parseHashReply(said, 'SHA-1')).toBeNull();
  });
});

describe('XCRC, XMD5 and their kind', () => {
  test.each([
    ['alone', reply(MD5)],
    ['behind a line that announces it', reply('Computing MD5 digest', MD5.toUpperCase())],
    ['behind the command', reply(`XMD5 ${MD5}`)],
    ['before the name', reply(`${MD5} /a b`)],
  ])('%s', (_, said) => {
    expect(parseDigestReply(said, 'MD5', 'XMD5')).toBe(MD5);
  });

  test.each([
    ['D4A1185', '0d4a1185'],
    ['0x0D4A1185', '0d4a1185'],
    ['0', '00000000'],
  ])('a CRC written %s', (said, checksum) => {
    expect(parseDigestReply(reply(said), 'CRC32', 'XCRC')).toBe(checksum);
  });

  test.each([['File Added'], ['Added'], ['Command okay'], [''], [SHA1]])('none: %s', (said) => {
    expect(parseDigestReply(reply(said), 'CRC32', 'XCRC')).toBeNull();
  });
});

test('MD5 has the name before it', () => {
  expect(parseMd5Reply(reply(`/a ${'0'.repeat(32)} b ${MD5}`))).toBe(MD5);
  expect(parseMd5Reply(reply(`${MD5} /a`))).toBeNull();
  expect(parseMd5Reply(reply())).toBeNull();
});
