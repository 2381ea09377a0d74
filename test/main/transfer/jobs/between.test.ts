import { describe, expect, it } from 'vitest';
import { FaultError } from '#shared/fault.ts';
import { ruleForAll } from '#shared/model/conflict-rule.ts';
import type { TransferView } from '#shared/model/transfer.ts';
import type { Sessions } from '../../../../src/main/session/session-access.ts';
import { lostConnection, replyFault } from '../fake-faults.ts';
import { FakeServer, gated } from '../fake-server.ts';
import { item, type QueueFixture, startQueue } from '../queue-fixture.ts';

const PART = '/.a.longshore-part';

const pair = (): { source: FakeServer; target: FakeServer; sessions: Sessions } => {
  const source = new FakeServer('s1');
  const target = new FakeServer('s2');
  return { source, target, sessions: { get: (id) => source.sessions.get(id) ?? target.sessions.get(id) } };
};

const send = ({ queue }: QueueFixture, items: readonly ReturnType<typeof item>[]): void => {
  queue.addBetween({ fromSession: 's1', from: '/', toSession: 's2', to: '/', items });
};

const outcomes = (rows: readonly TransferView[]): Record<string, string> =>
  Object.fromEntries(rows.map(({ name, state, fault }) => [name, fault?.kind ? `${state}: ${fault.kind}` : state]));

it('goes to a part on the target, is looked at there, gets its time and then its name', async () => {
  const { source, target, sessions } = pair();
  source.put('/a', 'from one to the other', Date.UTC(2025, 4, 6, 7, 8, 9));
  const fixture = startQueue(sessions);
  send(fixture, [item('a')]);
  await fixture.quiet();
  expect(outcomes(fixture.rows())).toEqual({ a: 'done' });
  expect(target.text('/a')).toBe('from one to the other');
  expect(target.files.get('/a')?.modifiedMs).toBe(Date.UTC(2025, 4, 6, 7, 8, 9));
  expect(target.commands).toEqual(['LIST /', `STOR ${PART}`, `SIZE ${PART}`, `MFMT ${PART}`, 'RNTO /a']);
  expect(source.commands.filter((line) => line.startsWith('RETR'))).toEqual(['RETR /a']);
});

it('is shown with both servers', () => {
  const { source, sessions } = pair();
  source.put('/a', 'content');
  const fixture = startQueue(sessions);
  send(fixture, [item('a', 'file', 7)]);
  expect(fixture.rows()[0]).toMatchObject({
    direction: 'between',
    sessionId: 's1',
    remotePath: '/a',
    localPath: null,
    target: { sessionId: 's2', siteTitle: 's2', path: '/a' },
  });
});

it('takes a tree along, empty folders too; what is refused is told and the rest done', async () => {
  const { source, target, sessions } = pair();
  for (const folder of ['/tree', '/tree/empty', '/tree/inner']) source.folders.add(folder);
  source.put('/tree/one', '1');
  source.put('/tree/inner/two', '22');
  source.put('/tree/inner/locked', 'nobody reads this');
  source.trouble = (verb, path) =>
    verb === 'RETR' && path === '/tree/inner/locked' ? { fault: replyFault('RETR', 550, 'transfer-command') } : null;
  const fixture = startQueue(sessions);
  send(fixture, [item('tree', 'directory')]);
  await fixture.quiet();
  expect(outcomes(fixture.rows())).toEqual({ tree: 'done', one: 'done', two: 'done', locked: 'failed: reply' });
  expect([...target.folders].sort()).toEqual(['/', '/tree', '/tree/empty', '/tree/inner']);
  expect([...target.files.keys()].sort()).toEqual(['/tree/inner/two', '/tree/one']);
});

it('does not make what a name of the source would lead out of the folder with', async () => {
  const { source, target, sessions } = pair();
  source.folders.add('/tree');
  const odd = {
    type: 'file',
    size: 1,
    modified: null,
    permissions: null,
    owner: null,
    group: null,
    target: null,
  } as const;
  source.oddEntries.set('/tree', [{ ...odd, name: '../escape' }]);
  const fixture = startQueue(sessions);
  send(fixture, [item('tree', 'directory')]);
  await fixture.quiet();
  expect(outcomes(fixture.rows())).toEqual({ tree: 'done', '../escape': 'failed: refused-here' });
  expect([...target.files.keys()]).toEqual([]);
});

describe('where a file of that name is there already', () => {
  const conflict = async (action: 'overwrite' | 'skip' | 'rename' | 'resume') => {
    const servers = pair();
    servers.source.put('/a', 'the whole content');
    servers.target.put('/a', 'the wh');
    const fixture = startQueue(servers.sessions, {
      answer: () => ({ kind: 'conflict', action, scope: 'file', newName: action === 'rename' ? 'b' : null }),
    });
    send(fixture, [item('a')]);
    await fixture.quiet();
    return { ...servers, ...fixture };
  };

  it('asks with the sizes and times of both', async () => {
    const { questions } = await conflict('skip');
    expect(questions).toMatchObject([
      {
        targetPath: '/a',
        source: { site: 's1', size: 17, modifiedMs: Date.UTC(2026, 0, 2, 3, 4, 5) },
        target: { site: 's2', size: 6, modifiedMs: Date.UTC(2026, 0, 2, 3, 4, 5) },
        canResume: true,
      },
    ]);
  });

  it('overwrites it', async () => {
    const { target } = await conflict('overwrite');
    expect(target.text('/a')).toBe('the whole content');
  });

  it('leaves it', async () => {
    const { target, rows } = await conflict('skip');
    expect(target.text('/a')).toBe('the wh');
    expect(outcomes(rows())).toEqual({ a: 'skipped: refused-here' });
  });

  it('takes another name', async () => {
    const { target } = await conflict('rename');
    expect([target.text('/a'), target.text('/b')]).toEqual(['the wh', 'the whole content']);
  });

  it.each([
    ['the same', 'skipped: refused-here'],
    ['another.', 'done'],
  ])('compares contents by checksum: %s', async (content, outcome) => {
    const { source, target, sessions } = pair();
    source.put('/a', 'the same');
    target.put('/a', content);
    for (const server of [source, target]) server.checksums = ['SHA-1'];
    const fixture = startQueue(sessions, { rules: [ruleForAll('upload', 'different-content')] });
    send(fixture, [item('a')]);
    await fixture.quiet();
    expect(outcomes(fixture.rows())).toEqual({ a: outcome });
    expect(target.text('/a')).toBe('the same');
    expect(fixture.questions).toEqual([]);
  });

  it('asks where there are no checksums to compare contents by', async () => {
    const { source, target, sessions } = pair();
    source.put('/a', 'the same');
    target.put('/a', 'the same');
    const fixture = startQueue(sessions, { rules: [ruleForAll('upload', 'different-content')] });
    send(fixture, [item('a')]);
    await fixture.quiet();
    expect(fixture.questions).toHaveLength(1);
  });

  it('goes on where it ends', async () => {
    const { target, source } = await conflict('resume');
    expect(target.text('/a')).toBe('the whole content');
    // Once for what both have, which is compared, and once for the rest.
    expect(source.commands.filter((line) => line.startsWith('RETR'))).toHaveLength(2);
    expect(target.commands).toContain('STOR /a');
  });
});

it('goes on from what is on the target after the source was lost in the middle', async () => {
  const { source, target, sessions } = pair();
  source.put('/a', Buffer.alloc(300_000, 'x'));
  source.trouble = (verb, _path, connection) =>
    verb === 'RETR' && connection === 1
      ? { after: 128 * 1024, fault: lostConnection('after-preliminary-reply') }
      : null;
  const fixture = startQueue(sessions);
  send(fixture, [item('a')]);
  await fixture.quiet();
  expect(outcomes(fixture.rows())).toEqual({ a: 'done' });
  expect(target.files.get('/a')?.content.equals(Buffer.alloc(300_000, 'x'))).toBe(true);
});

it('lets SIZE decide where the completion reply was lost behind the last byte', async () => {
  const { source, target, sessions } = pair();
  source.put('/a', 'all of it');
  target.trouble = (verb, _path, connection) =>
    verb === 'STOR' && connection === 1 ? { after: 9, fault: lostConnection('after-data') } : null;
  const fixture = startQueue(sessions);
  send(fixture, [item('a')]);
  await fixture.quiet();
  expect(outcomes(fixture.rows())).toEqual({ a: 'done' });
  expect(target.text('/a')).toBe('all of it');
  expect(source.commands.filter((line) => line.startsWith('RETR'))).toHaveLength(1);
});

it('removes the part from the target when it is cancelled', async () => {
  const { source, target, sessions } = pair();
  source.put('/a', Buffer.alloc(200_000));
  const open = gated(target);
  const fixture = startQueue(sessions);
  send(fixture, [item('a')]);
  await fixture.until((rows) => rows[0]?.state === 'active' && target.files.has(PART));
  fixture.queue.cancel('all');
  await fixture.until((rows) => rows[0]?.state === 'cancelled' && !target.files.has(PART));
  open();
  expect([...target.files.keys()]).toEqual([]);
});

it('takes two connections at once or none: both directions end with one connection to each site', async () => {
  const { source, target, sessions } = pair();
  const fixture = startQueue(sessions, { connections: 1 });
  const names = ['a', 'b', 'c', 'd'];
  for (const name of names) {
    source.put(`/${name}`, name);
    target.put(`/${name}2`, name);
  }
  send(
    fixture,
    names.map((name) => item(name)),
  );
  const items = names.map((name) => item(`${name}2`));
  fixture.queue.addBetween({ fromSession: 's2', from: '/', toSession: 's1', to: '/', items });
  await fixture.quiet();
  expect(fixture.rows().map((row) => row.state)).toEqual(Array(8).fill('done'));
  expect(source.text('/d2')).toBe('d');
  expect(target.text('/d')).toBe('d');
});

it('gets a connection of a source that is busy with its own transfers', async () => {
  const { source, target, sessions } = pair();
  const folders = Array.from({ length: 6 }, (_, index) => `own${index}`);
  for (const name of folders) source.put(`/${name}`, name);
  source.put('/a', 'a');
  const fixture = startQueue(sessions, { connections: 1 });
  const items = folders.map((name) => item(name));
  fixture.queue.addBetween({
    fromSession: 's1',
    from: '/',
    toSession: 's1',
    to: '/',
    items: items.map((one) => ({ ...one, as: `${one.name} copy` })),
  });
  send(fixture, [item('a')]);
  await fixture.quiet();
  expect(fixture.rows().every((row) => row.state === 'done')).toBe(true);
  expect(target.text('/a')).toBe('a');
  expect(source.text('/own5 copy')).toBe('own5');
});

it('fails once for all where the servers do not do it, and tries again when the person says so', async () => {
  const { source, target, sessions } = pair();
  for (const name of ['a', 'b', 'c']) source.put(`/${name}`, name);
  let off = true;
  const fault = new FaultError({
    kind: 'between-servers',
    stage: 'preparing',
    reason: 'foreign-address',
    side: 'both',
    source: 's1',
    target: 's2',
    detail: '',
  });
  source.trouble = (verb) => (off && verb === 'RETR' ? { fault } : null);
  const fixture = startQueue(sessions, { connections: 1 });
  send(
    fixture,
    ['a', 'b', 'c'].map((name) => item(name)),
  );
  await fixture.quiet();
  expect(outcomes(fixture.rows())).toEqual({ a: 'failed: between-servers', b: 'paused', c: 'paused' });
  off = false;
  fixture.queue.retry('all');
  fixture.queue.resume('all');
  await fixture.quiet();
  expect([...target.files.keys()].sort()).toEqual(['/a', '/b', '/c']);
});

it('leaves the transfers of the target alone where the source is not connected', async () => {
  const { source, target, sessions } = pair();
  source.put('/a', 'a');
  source.connected = false;
  const fixture = startQueue(sessions, { retryPauses: [] });
  send(fixture, [item('a')]);
  await fixture.quiet();
  expect(outcomes(fixture.rows())).toEqual({ a: 'failed: refused-here' });
  source.connected = true;
  fixture.queue.retry('all');
  await fixture.quiet();
  expect(target.text('/a')).toBe('a');
});

it('goes again without encryption only where the person says so', async () => {
  const { source, sessions } = pair();
  source.put('/a', 'content');
  const fault = new FaultError({
    kind: 'between-servers',
    stage: 'preparing',
    reason: 'not-encrypted',
    side: 'both',
    source: 's1.example',
    target: 's2.example',
    detail: '',
  });
  source.trouble = (verb) => (verb === 'RETR' ? { fault } : null);
  const fixture = startQueue(sessions);
  send(fixture, [item('a')]);
  await fixture.quiet();
  expect(fixture.rows()[0]).toMatchObject({ state: 'failed', fault: { reason: 'not-encrypted' } });
  fixture.queue.retry('all');
  await fixture.quiet();
  fixture.queue.retry('all', { allowClear: true });
  await fixture.quiet();
  expect(fixture.rows()[0]?.state).toBe('done');
  expect(source.commands.filter((line) => line.startsWith('RETR'))).toEqual([
    'RETR /a',
    'RETR /a',
    'RETR IN THE CLEAR /a',
  ]);
});
