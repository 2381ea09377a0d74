import { describe, expect, test } from 'vitest';
import type { FileEntry } from '#shared/ftp/file-entry.ts';
import { deleteTree } from '../../../src/main/session/delete-tree.ts';
import { createSessionNames, PLAIN_NAMES } from '../../../src/main/session/names/session-names.ts';
import type { SessionAccess } from '../../../src/main/session/session-access.ts';
import { type Behaviour, entry, fakeUserFtp, lostConnection, refusal, SUMMARY } from './fake-user-ftp.ts';

type Tree = Readonly<Record<string, readonly FileEntry[]>>;

/** A server with these directories: DELE of one is refused, RMD of one that holds something too. */
const serverWith = (directories: Tree, behaviour: Behaviour = {}) => {
  const tree = new Map(Object.entries(directories).map(([path, entries]) => [path, [...entries]]));
  const takeAway = (path: string): void => {
    const [, directory, name] = /^(.*)\/([^/]+)$/.exec(path) ?? [];
    const entries = tree.get(directory || '/');
    const index = entries?.findIndex((found) => found.name === name) ?? -1;
    if (index >= 0) entries?.splice(index, 1);
  };
  const userFtp = fakeUserFtp({
    delete: async (path) => {
      await behaviour.delete?.(path);
      if (tree.has(path)) throw refusal('DELE', 550, 'is a directory');
      takeAway(path);
    },
    removeDirectory: async (path) => {
      await behaviour.removeDirectory?.(path);
      if ((tree.get(path)?.length ?? 0) > 0) throw refusal('RMD', 550, 'not empty');
      tree.delete(path);
      takeAway(path);
    },
  });
  const listed: string[] = [];
  const forgotten: string[] = [];
  const session: Pick<SessionAccess, 'browser' | 'list' | 'forget' | 'names'> = {
    names: PLAIN_NAMES,
    browser: async () => userFtp,
    list: async (path, { onEntries }) => {
      listed.push(path);
      onEntries([...(tree.get(path) ?? [])]);
      return { path, summary: SUMMARY };
    },
    forget: (path) => forgotten.push(path),
  };
  return { session: session as SessionAccess, userFtp, tree, listed, forgotten };
};

const directory = (path: string) => ({ path, directory: true });
const file = (path: string) => ({ path, directory: false });

describe('deleting', () => {
  test('mere names finds out what they are: a file goes at once, a folder with what is in it', async () => {
    const { session, tree } = serverWith({
      '/': [entry('a', 'unknown')],
      '/a': [entry('file', 'unknown'), entry('sub', 'unknown')],
      '/a/sub': [entry('inside', 'unknown')],
    });
    expect(await deleteTree(session, [directory('/a')])).toMatchObject({ failures: [] });
    expect([...tree.keys()]).toEqual(['/']);
    expect(tree.get('/')).toEqual([]);
  });

  test('files takes them away and makes the listing of their directory stale', async () => {
    const { session, userFtp, forgotten } = serverWith({ '/a': [entry('x'), entry('y')] });
    expect(await deleteTree(session, [file('/a/x'), file('/a/y')])).toEqual({ done: 2, failures: [] });
    expect(userFtp.asked).toEqual(['delete /a/x', 'delete /a/y']);
    expect(new Set(forgotten)).toEqual(new Set(['/a']));
  });

  test('a directory empties it from the bottom up', async () => {
    const { session, tree, userFtp } = serverWith({
      '/a': [entry('b', 'directory'), entry('x'), entry('l', 'link')],
      '/a/b': [entry('y')],
    });
    const outcome = await deleteTree(session, [directory('/a')]);
    expect(outcome).toEqual({ done: 5, failures: [] });
    expect(tree.size).toBe(0);
    expect(userFtp.asked).toContain('delete /a/l');
    expect(userFtp.asked.at(-1)).toBe('removeDirectory /a');
  });

  test('an empty directory needs no listing', async () => {
    const { session, listed } = serverWith({ '/a': [] });
    expect(await deleteTree(session, [directory('/a')])).toEqual({ done: 1, failures: [] });
    expect(listed).toEqual([]);
  });

  test('never looks behind a link, even where the server calls it a directory', async () => {
    const { session, tree, listed } = serverWith({
      '/a': [entry('away', 'directory')],
      '/precious': [entry('x')],
    });
    expect(await deleteTree(session, [directory('/a')])).toEqual({ done: 2, failures: [] });
    expect(listed).toEqual(['/a']);
    expect(tree.get('/precious')).toHaveLength(1);
  });

  test('goes on after a failure, tells of it once, and leaves the directories above', async () => {
    const { session, tree } = serverWith(
      { '/a': [entry('b', 'directory'), entry('x')], '/a/b': [entry('stuck'), entry('y')] },
      {
        delete: async (path) => {
          if (path.endsWith('/stuck')) throw refusal('DELE', 550, 'denied');
        },
      },
    );
    const { done, failures } = await deleteTree(session, [directory('/a'), file('/z')]);
    expect(done).toBe(3);
    expect(failures).toMatchObject([{ path: '/a/b/stuck', fault: { kind: 'reply', code: 550, text: 'denied' } }]);
    expect([...tree.keys()]).toEqual(['/a', '/a/b']);
  });

  test.each(['a/b', '..', 'a\0b', 'a\\b'])('does not build a path from the name %j', async (name) => {
    const { session, tree } = serverWith({ '/a': [entry(name), entry('x')] });
    const outcome = await deleteTree(session, [directory('/a')]);
    expect(outcome).toMatchObject({ done: 0, failures: [{ path: '/a', fault: { reason: 'unsafe-name' } }] });
    expect(tree.get('/a')).toHaveLength(2);
  });

  test('takes a name with the byte of a backslash in a character for what it reads as', async () => {
    // 83 5C is one character of Shift_JIS, and 5C alone a backslash.
    const { session, tree } = serverWith({ '/a': [entry('\uDC83\\')] });
    const names = createSessionNames('shift_jis', null);
    await names.ready();
    const outcome = await deleteTree({ ...session, names }, [directory('/a')]);
    expect(outcome).toEqual({ done: 2, failures: [] });
    expect(tree.has('/a')).toBe(false);
  });

  test('comes to an end where directories do not', async () => {
    const { session } = serverWith({});
    const endless: SessionAccess = {
      ...session,
      browser: async () =>
        fakeUserFtp({
          delete: () => Promise.reject(refusal('DELE', 550)),
          removeDirectory: () => Promise.reject(refusal('RMD', 550)),
        }),
      list: async (path, { onEntries }) => {
        onEntries([entry('again', 'directory')]);
        return { path, summary: SUMMARY };
      },
    };
    const { failures } = await deleteTree(endless, [directory('/a')]);
    expect(failures).toMatchObject([{ fault: { kind: 'listing', reason: 'too-long' } }]);
  });

  test('fails the rest at once where the server cannot be reached any more', async () => {
    const { session } = serverWith({});
    let attempts = 0;
    const lost = { ...lostConnection().fault, stage: 'connecting' as const };
    const unreachable: SessionAccess = {
      ...session,
      browser: async () => {
        attempts += 1;
        throw Object.assign(lostConnection(), { fault: lost });
      },
    };
    const doomed = Array.from({ length: 100 }, (_, index) => file(`/${index}`));
    const { done, failures } = await deleteTree(unreachable, doomed);
    expect([done, failures.length]).toEqual([0, 100]);
    expect(attempts).toBeLessThan(20);
  });
});
