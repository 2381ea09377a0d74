import { expect, test } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { DEFAULT_LOGIN } from '#shared/model/login-choice.ts';
import { converse, faultOf } from './conversation.ts';

const PASS_PHRASE = 'This is a test.';
/** What RFC 2289 appendix C has for this pass phrase, the seed TeSt and the sequence 99. */
const MD5_99 = 'BAIL TUFT BITS GANG CHEF THY';
const MD4_99 = 'NOTE OUT IBIS SINK NAVE MODE';
const MD5_1 = 'EASE OIL FUM CURE AWRY AVIS';

const users = (password: string) => ({ tester: { password } });
const passwords = (commands: readonly string[]) => commands.filter((line) => line.startsWith('PASS'));

test.each([
  ['331 Response to otp-md5 99 TeSt ext required for tester.', MD5_99],
  ['331 s/key 99 test', MD4_99],
])('a server that wants one-time passwords gets one made of the pass phrase: %s', async (USER, words) => {
  const { connect, server } = await converse({ users: users(words), replies: { USER } }, { password: PASS_PHRASE });
  await expect(connect()).resolves.toMatchObject({ home: '/' });
  expect(passwords(server.commands)).toEqual([`PASS ${words}`]);
  // The facts travel with it as with any password.
  expect(server.commands.slice(0, 3)).toEqual(['USER tester', `PASS ${words}`, 'FEAT']);
});

test('the pass phrase never goes out, and neither it nor what is made of it is shown', async () => {
  const seen: string[] = [];
  const tell = (text: string): void => {
    seen.push(text);
  };
  const { connect, server } = await converse(
    { replies: { USER: '331 otp-md5 99 TeSt' } },
    { password: PASS_PHRASE, observer: { command: tell, reply: ({ lines }) => tell(lines.join()), note: tell } },
  );
  expect(await faultOf(connect())).toMatchObject({ kind: 'reply', command: 'PASS', code: 530 });
  expect(server.commands.join('\n')).not.toContain(PASS_PHRASE);
  expect(seen.join('\n')).not.toMatch(/This is a test|BAIL/);
});

test('with no pass phrase known the person is shown the challenge and answers it', async () => {
  const asked: [string, boolean][] = [];
  const { connect, server } = await converse(
    { users: users(MD5_99.toLowerCase()), replies: { USER: '331 Response to otp-md5 99 TeSt required' } },
    {
      password: '',
      askOneTime: async (challenge, refused) => {
        asked.push([challenge, refused]);
        return MD5_99.toLowerCase();
      },
    },
  );
  await connect();
  expect(asked).toEqual([['Response to otp-md5 99 TeSt required', false]]);
  expect(passwords(server.commands)).toEqual([`PASS ${MD5_99.toLowerCase()}`]);
});

test('a person who types the pass phrase in place of the answer has it made, and not sent', async () => {
  const { connect, server } = await converse(
    { users: users(MD5_99), replies: { USER: '331 otp-md5 99 TeSt' } },
    { password: 'short', askOneTime: async () => PASS_PHRASE },
  );
  await connect();
  expect(passwords(server.commands)).toEqual([`PASS ${MD5_99}`]);
});

test('a refused one is asked for, with the new challenge', async () => {
  const asked: [string, boolean][] = [];
  const { connect, server } = await converse(
    { users: users(MD5_99), replies: { USER: '331 otp-md5 99 TeSt' } },
    {
      password: 'not the pass phrase',
      askOneTime: async (challenge, refused) => {
        asked.push([challenge, refused]);
        return MD5_99;
      },
    },
  );
  await connect();
  expect(asked).toEqual([['otp-md5 99 TeSt', true]]);
  expect(server.commands.filter((line) => /^(USER|PASS)/.test(line))).toHaveLength(4);
});

test('a challenge that another login used up meanwhile is answered again without asking', async () => {
  const { connect, server, notes } = await converse(
    { users: users(MD5_1), replies: { USER: ['331 otp-md5 99 TeSt', '331 otp-md5 1 TeSt'] } },
    { password: PASS_PHRASE, askOneTime: () => Promise.reject(new Error('nobody is to be asked')) },
  );
  await connect();
  expect(passwords(server.commands)).toEqual([`PASS ${MD5_99}`, `PASS ${MD5_1}`]);
  expect(notes).toContain('only 1 one-time passwords are left; have the server begin a new list');
});

test('whoever declines to answer is not logged in', async () => {
  const declined = new FaultError({ kind: 'refused-here', stage: 'logging-in', reason: 'declined', detail: 'no' });
  const { connect } = await converse(
    { replies: { USER: '331 otp-md5 99 TeSt' } },
    { password: '', askOneTime: () => Promise.reject(declined) },
  );
  expect(await faultOf(connect())).toMatchObject({ kind: 'refused-here', reason: 'declined' });
});

test('with nobody to ask and no pass phrase the fault says what is wanted', async () => {
  const { connect, server } = await converse({ replies: { USER: '331 otp-md5 99 TeSt' } }, { password: 'short' });
  expect(await faultOf(connect())).toMatchObject({ kind: 'refused-here', stage: 'logging-in', reason: 'bad-input' });
  expect(passwords(server.commands)).toEqual([]);
});

test('asking ends after the third answer', async () => {
  let asked = 0;
  const { connect } = await converse(
    { replies: { USER: '331 otp-md5 99 TeSt' } },
    {
      password: '',
      askOneTime: async () => {
        asked += 1;
        return MD4_99;
      },
    },
  );
  expect(await faultOf(connect())).toMatchObject({ kind: 'reply', command: 'PASS', code: 530 });
  expect(asked).toBe(3);
});

test('a site that has no one-time passwords sends its password whatever the words look like', async () => {
  const { connect, server } = await converse(
    { users: users(PASS_PHRASE), replies: { USER: '331 otp-md5 99 TeSt, or your password' } },
    { password: PASS_PHRASE, login: { ...DEFAULT_LOGIN, oneTimePasswords: false } },
  );
  await connect();
  expect(passwords(server.commands)).toEqual([`PASS ${PASS_PHRASE}`]);
});
