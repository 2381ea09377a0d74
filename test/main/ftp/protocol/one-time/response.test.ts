import { describe, expect, test } from 'vitest';
import { parseChallenge } from '../../../../../src/main/ftp/protocol/one-time/challenge.ts';
import { isOneTimePassword, oneTimePassword } from '../../../../../src/main/ftp/protocol/one-time/response.ts';

/** RFC 2289 appendix C: pass phrase, seed, sequence, and the six words. */
const VECTORS: Readonly<Record<string, readonly (readonly [string, string, number, string])[]>> = {
  md4: [
    ['This is a test.', 'TeSt', 0, 'ROME MUG FRED SCAN LIVE LACE'],
    ['This is a test.', 'TeSt', 1, 'CARD SAD MINI RYE COL KIN'],
    ['This is a test.', 'TeSt', 99, 'NOTE OUT IBIS SINK NAVE MODE'],
    ['AbCdEfGhIjK', 'alpha1', 0, 'AWAY SEN ROOK SALT LICE MAP'],
    ['AbCdEfGhIjK', 'alpha1', 1, 'CHEW GRIM WU HANG BUCK SAID'],
    ['AbCdEfGhIjK', 'alpha1', 99, 'ROIL FREE COG HUNK WAIT COCA'],
    ["OTP's are good", 'correct', 0, 'FOOL STEM DONE TOOL BECK NILE'],
    ["OTP's are good", 'correct', 1, 'GIST AMOS MOOT AIDS FOOD SEEM'],
    ["OTP's are good", 'correct', 99, 'TAG SLOW NOV MIN WOOL KENO'],
  ],
  md5: [
    ['This is a test.', 'TeSt', 0, 'INCH SEA ANNE LONG AHEM TOUR'],
    ['This is a test.', 'TeSt', 1, 'EASE OIL FUM CURE AWRY AVIS'],
    ['This is a test.', 'TeSt', 99, 'BAIL TUFT BITS GANG CHEF THY'],
    ['AbCdEfGhIjK', 'alpha1', 0, 'FULL PEW DOWN ONCE MORT ARC'],
    ['AbCdEfGhIjK', 'alpha1', 1, 'FACT HOOF AT FIST SITE KENT'],
    ['AbCdEfGhIjK', 'alpha1', 99, 'BODE HOP JAKE STOW JUT RAP'],
    ["OTP's are good", 'correct', 0, 'ULAN NEW ARMY FUSE SUIT EYED'],
    ["OTP's are good", 'correct', 1, 'SKIM CULT LOB SLAM POE HOWL'],
    ["OTP's are good", 'correct', 99, 'LONG IVY JULY AJAR BOND LEE'],
  ],
  sha1: [
    ['This is a test.', 'TeSt', 0, 'MILT VARY MAST OK SEES WENT'],
    ['This is a test.', 'TeSt', 1, 'CART OTTO HIVE ODE VAT NUT'],
    ['This is a test.', 'TeSt', 99, 'GAFF WAIT SKID GIG SKY EYED'],
    ['AbCdEfGhIjK', 'alpha1', 0, 'LEST OR HEEL SCOT ROB SUIT'],
    ['AbCdEfGhIjK', 'alpha1', 1, 'RITE TAKE GELD COST TUNE RECK'],
    ['AbCdEfGhIjK', 'alpha1', 99, 'MAY STAR TIN LYON VEDA STAN'],
    ["OTP's are good", 'correct', 0, 'RUST WELT KICK FELL TAIL FRAU'],
    ["OTP's are good", 'correct', 1, 'FLIT DOSE ALSO MEW DRUM DEFY'],
    ["OTP's are good", 'correct', 99, 'AURA ALOE HURL WING BERG WAIT'],
  ],
};

describe('RFC 2289 appendix C', () => {
  for (const [algorithm, vectors] of Object.entries(VECTORS)) {
    test.each(vectors)(`${algorithm}: %j, %s, %i is %s`, (passPhrase, seed, sequence, words) => {
      const challenge = parseChallenge(`otp-${algorithm} ${sequence} ${seed}`);
      expect(challenge && oneTimePassword(challenge, Buffer.from(passPhrase))).toBe(words);
    });
  }

  test('the checksum that six words end in', () => {
    const challenge = parseChallenge('otp-md5 99 AValidSeed');
    expect(challenge && oneTimePassword(challenge, Buffer.from('A_Valid_Pass_Phrase'))).toBe(
      'FOWL KID MASH DEAD DUAL OAF',
    );
    expect(isOneTimePassword('FOWL KID MASH DEAD DUAL OAF')).toBe(true);
    for (const last of ['NUT', 'O', 'OAK']) expect(isOneTimePassword(`FOWL KID MASH DEAD DUAL ${last}`)).toBe(false);
  });

  test.each(['Too_short', '1234567890123456789012345678901234567890123456789012345678901234'])(
    '%j is no pass phrase',
    (passPhrase) => {
      const challenge = parseChallenge('otp-md5 99 iamvalid');
      expect(challenge && oneTimePassword(challenge, Buffer.from(passPhrase))).toBeNull();
    },
  );
});

test('S/KEY is MD4 of a pass phrase of any length', () => {
  const challenge = parseChallenge('s/key 99 test');
  expect(challenge && oneTimePassword(challenge, Buffer.from('This is a test.'))).toBe('NOTE OUT IBIS SINK NAVE MODE');
  expect(challenge && oneTimePassword(challenge, Buffer.from('short'))).toMatch(/^([A-Z]{1,4} ?){6}$/);
  expect(challenge && oneTimePassword(challenge, Buffer.from(''))).toBeNull();
});

describe('what a person may have typed', () => {
  test.each([
    'BAIL TUFT BITS GANG CHEF THY',
    ' bail tuft  bits gang chef thy ',
    '50FE 1962 C496 5880',
    '50fe1962c4965880',
  ])('%j is a one-time password', (text) => expect(isOneTimePassword(text)).toBe(true));

  test.each(['', 'This is a test.', 'BAIL TUFT BITS GANG CHEF', 'the cat sat on the mat', '50FE 1962 C496 588'])(
    '%j is none',
    (text) => expect(isOneTimePassword(text)).toBe(false),
  );
});
