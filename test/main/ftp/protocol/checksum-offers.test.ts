import { expect, test } from 'vitest';
import { algorithmCalled, checksumOffers, hashInForce } from '../../../../src/main/ftp/protocol/checksum-offers.ts';

const offered = (features: Readonly<Record<string, string>>) =>
  checksumOffers(new Map(Object.entries(features))).map(({ algorithm, verb, called }) => [algorithm, verb, called]);

test('what tells most comes first, and for each HASH before the commands of no standard', () => {
  expect(offered({ XCRC: 'filename;start;end', XMD5: '', HASH: 'MD5;SHA-1*;SHA-512;SHA-256', XSHA256: '' })).toEqual([
    ['SHA-256', 'HASH', 'SHA-256'],
    ['SHA-256', 'XSHA256', null],
    ['SHA-512', 'HASH', 'SHA-512'],
    ['SHA-1', 'HASH', 'SHA-1'],
    ['MD5', 'HASH', 'MD5'],
    ['MD5', 'XMD5', null],
    ['CRC32', 'XCRC', null],
  ]);
});

test('names as servers write them, and algorithms that nobody here knows', () => {
  expect(offered({ HASH: ' sha256* ; Tiger;SHA-3' })).toEqual([['SHA-256', 'HASH', 'sha256']]);
  expect(offered({ HASH: '', MLST: 'type*;' })).toEqual([]);
  expect(offered({ MMD5: '', MD5: '' })).toEqual([
    ['MD5', 'MD5', null],
    ['MD5', 'MMD5', null],
  ]);
});

test('the star marks what is in force', () => {
  expect(hashInForce(new Map([['HASH', 'SHA-1;MD5*;CRC32']]))).toBe('MD5');
  expect(hashInForce(new Map([['HASH', 'SHA-1;MD5']]))).toBeNull();
  expect(hashInForce(new Map())).toBeNull();
});

test('an algorithm with and without its hyphen is one', () => {
  expect(algorithmCalled('sha1')).toBe('SHA-1');
  expect(algorithmCalled('SHA-512')).toBe('SHA-512');
  expect(algorithmCalled('SHA')).toBeNull();
});
