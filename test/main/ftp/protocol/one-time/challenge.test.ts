import { expect, test } from 'vitest';
import { parseChallenge } from '../../../../../src/main/ftp/protocol/one-time/challenge.ts';

test.each([
  ['otp-md5 487 dog2', { algorithm: 'md5', sequence: 487, seed: 'dog2', isOtp: true }],
  [
    'Response to otp-md5 498 wi01 ext required for anna.',
    { algorithm: 'md5', sequence: 498, seed: 'wi01', isOtp: true },
  ],
  ['Response to otp-sha1 9 Wi01 ext required', { algorithm: 'sha1', sequence: 9, seed: 'wi01', isOtp: true }],
  ['OTP-MD4 0 SEED', { algorithm: 'md4', sequence: 0, seed: 'seed', isOtp: true }],
  ['s/key 93 ka12345', { algorithm: 'md4', sequence: 93, seed: 'ka12345', isOtp: false }],
  ['Password required for anna (s/key 93 ka12345).', { algorithm: 'md4', sequence: 93, seed: 'ka12345', isOtp: false }],
  ['S/Key password required [s/key 650 fw13894]', { algorithm: 'md4', sequence: 650, seed: 'fw13894', isOtp: false }],
  ['anna\notp-md5 12 dog2\n', { algorithm: 'md5', sequence: 12, seed: 'dog2', isOtp: true }],
])('%j', (words, challenge) => {
  expect(parseChallenge(words)).toEqual(challenge);
});

test.each([
  'Please specify the password.',
  'otp-sha256 99 dog2',
  'otp-md5 99',
  'otp-md5 12345 dog2',
  'otp-md5 -1 dog2',
  'otp-md5 99 LengthOfSeventeen',
  'otp-md5 99 Length_0kay',
  'notp-md5 99 dog2',
  'files/key 99 dog2',
])('%j holds none', (words) => {
  expect(parseChallenge(words)).toBeNull();
});
