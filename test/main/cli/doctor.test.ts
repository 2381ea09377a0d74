import { expect, test } from 'vitest';
import { FINDING_WORDS } from '#shared/words/findings.ts';
import { jsonLines, run, serve, urlOf } from './run.ts';

const files = { 'a.txt': 'hello' };

test('a server without trouble: a line for each check, and status 0', async () => {
  const { status, output, errors } = await run(['doctor', urlOf(await serve({ files }), '')]);
  expect(status).toBe(0);
  expect(errors).toBe('');
  expect(output).toContain('ok       Signing in: tester is signed in.\n');
  expect(output).toContain('ok       Data connections: Listings and files come through as the site is set (EPSV).\n');
  expect(output).not.toMatch(/PROBLEM|FAILED|\{\{/);
});

test('a blocked port: what it is, what would mend it, what showed it, and status 1', async () => {
  const server = await serve({ files, replies: { EPSV: '500 no', PASV: '500 no' } });
  const { status, output } = await run(['doctor', urlOf(server, '')]);
  expect(status).toBe(1);
  expect(output).toMatch(/\nPROBLEM {2}Data connections: The passive ways .*\n {9}Change: Data connections: active\n/);
});

test('--json: an object for each finding, with the fix and the words', async () => {
  const server = await serve({ files, replies: { EPSV: '500 no' } });
  const { status, output } = await run(['doctor', '--json', urlOf(server, '')]);
  expect(status).toBe(1);
  const findings = jsonLines(output);
  expect(findings).toContainEqual(
    expect.objectContaining({
      check: 'data',
      verdict: 'pasvOnly',
      outcome: 'problem',
      fix: { overrides: { epsvFails: true } },
      change: 'Begin with PASV',
    }),
  );
  expect(findings).toContainEqual(expect.objectContaining({ check: 'name', outcome: 'ok', fix: null, change: null }));
});

test('a wrong password: status 3, and the server’s words', async () => {
  const server = await serve({ files });
  const { status, output } = await run(['doctor', `ftp://tester:wrong@${server.host}:${server.port}/`]);
  expect(status).toBe(3);
  expect(output).toMatch(/\nFAILED {3}Signing in: The server does not accept user name or password of tester: 530/);
});

test('without a password nobody is asked, and everything before the login is looked at', async () => {
  const server = await serve({ files });
  const { status, output, terminal } = await run(['doctor', `ftp://tester@${server.host}:${server.port}/`], {
    answers: [],
  });
  expect(status).toBe(0);
  expect(output).toContain('skipped  Signing in: No password for tester is known');
  expect(terminal.questions).toEqual([]);
});

test('the server cannot draw on the screen', async () => {
  const server = await serve({ files, greeting: '220 \u001b[2J hello' });
  const { output } = await run(['doctor', urlOf(server, '')]);
  expect(output).not.toContain('\u001b');
});

test('what takes no URL is a wrong command line', async () => {
  expect((await run(['doctor'])).status).toBe(2);
  expect((await run(['doctor', 'ftp://a', 'ftp://b'])).status).toBe(2);
});

test('every placeholder of a sentence is a word', () => {
  const text = JSON.stringify(FINDING_WORDS);
  expect(text.replaceAll(/\{\{\w+\}\}/g, '')).not.toMatch(/[{]{2}|[}]{2}[a-z]/);
});
