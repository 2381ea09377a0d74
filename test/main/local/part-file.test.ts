import { chmod, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { copyToPartFile, openPartFile, partPath } from '../../../src/main/local/part-file.ts';
import { partName } from '../../../src/main/local/part-name.ts';
import { partSink, type Writable } from '../../../src/main/local/part-sink.ts';
import { scratchFolder } from './scratch-folder.ts';

const NEW = { replace: false, modifiedMs: null };

describe('a part file', () => {
  test('holds the chunks in order while several are written at once', async () => {
    const target = join(await scratchFolder(), 'a');
    const part = await openPartFile(target, 0);
    await Promise.all(['one ', 'two ', 'three'].map((text) => part.sink.write(Buffer.from(text))));
    await part.finish({ replace: false, modifiedMs: 1_700_000_000_123 });
    expect(await readFile(target, 'utf8')).toBe('one two three');
    expect((await stat(target)).mtimeMs).toBe(1_700_000_000_123);
  });

  test('never stands under the final name before it is finished, and discarded leaves nothing', async () => {
    const folder = await scratchFolder();
    const part = await openPartFile(join(folder, 'a'), 0);
    await part.sink.write(Buffer.from('half'));
    expect(await readdir(folder)).toEqual(['.a.longshore-part']);
    await part.discard();
    expect(await readdir(folder)).toEqual([]);
  });

  test('is gone on with where it was kept, and what lies behind is cut off', async () => {
    const target = join(await scratchFolder(), 'a');
    const first = await openPartFile(target, 0);
    await first.sink.write(Buffer.from('0123456789'));
    expect(await first.keep()).toBe(10);
    const second = await openPartFile(target, 4);
    await second.sink.write(Buffer.from('xy'));
    await second.finish(NEW);
    expect(await readFile(target, 'utf8')).toBe('0123xy');
  });

  test('that is shorter than it was kept is not gone on with', async () => {
    const target = join(await scratchFolder(), 'a');
    await (await openPartFile(target, 0)).keep();
    await expect(openPartFile(target, 4)).rejects.toMatchObject({ fault: { cause: 'changed-meanwhile' } });
  });

  test('does not overwrite what appeared, unless told, and then keeps its permissions', async () => {
    const folder = await scratchFolder();
    const target = join(folder, 'a');
    await writeFile(target, 'mine');
    await chmod(target, 0o600);
    const refused = await openPartFile(target, 0);
    await refused.sink.write(Buffer.from('new'));
    await expect(refused.finish(NEW)).rejects.toMatchObject({ fault: { cause: 'exists', stage: 'finishing' } });
    expect(await readFile(target, 'utf8')).toBe('mine');

    const told = await openPartFile(target, 0);
    await told.sink.write(Buffer.from('new'));
    await told.finish({ replace: true, modifiedMs: null });
    expect(await readFile(target, 'utf8')).toBe('new');
    expect((await stat(target)).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['a']);
  });

  test('is not written through a link that stands in its place', async () => {
    const folder = await scratchFolder();
    const victim = join(folder, 'victim');
    await writeFile(victim, 'untouched');
    await symlink(victim, partPath(join(folder, 'a')));
    const part = await openPartFile(join(folder, 'a'), 0);
    await part.sink.write(Buffer.from('new'));
    await part.finish(NEW);
    expect(await readFile(victim, 'utf8')).toBe('untouched');
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('new');

    await symlink(victim, partPath(join(folder, 'b')));
    await expect(openPartFile(join(folder, 'b'), 3)).rejects.toMatchObject({ fault: { kind: 'local-file' } });
  });

  test('can begin with the target itself, which stays', async () => {
    const target = join(await scratchFolder(), 'a');
    await writeFile(target, 'beginning');
    await copyToPartFile(target);
    const part = await openPartFile(target, 9);
    await part.sink.write(Buffer.from(' and end'));
    expect(await readFile(target, 'utf8')).toBe('beginning');
    await part.finish({ replace: true, modifiedMs: null });
    expect(await readFile(target, 'utf8')).toBe('beginning and end');
  });

  test('takes names that are not UTF-8 and names that are as long as a disk allows', async () => {
    const folder = await scratchFolder();
    for (const name of ['caf\uDCE9', 'n'.repeat(255)]) {
      const part = await openPartFile(join(folder, name), 0);
      await part.sink.write(Buffer.from(name.slice(0, 3)));
      await part.finish(NEW);
    }
    expect((await readdir(folder, { encoding: 'latin1' })).sort()).toEqual(['caf\u00E9', 'n'.repeat(255)]);
    expect(partName('n'.repeat(255)).length).toBeLessThanOrEqual(255);
    expect(partName('n'.repeat(255))).not.toBe(partName(`${'n'.repeat(254)}m`));
  });
});

describe('a disk that fills up', () => {
  const full = (): Error => Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });

  const diskWith = (room: number): Writable => ({
    write: async (_buffer, _offset, length, position) => {
      const bytesWritten = Math.min(length, room - position);
      if (bytesWritten <= 0) throw full();
      return { bytesWritten };
    },
  });

  test('ends the writing with disk-full, and only what surely is written counts', async () => {
    const sink = partSink('/a', diskWith(10), 0);
    await sink.write(Buffer.alloc(6));
    const outcomes = await Promise.allSettled([sink.write(Buffer.alloc(6)), sink.write(Buffer.alloc(6))]);
    expect(outcomes).toMatchObject([
      { status: 'rejected', reason: { fault: { kind: 'local-file', cause: 'disk-full' } } },
      { status: 'rejected' },
    ]);
    expect(await sink.settled()).toBe(6);
  });
});
