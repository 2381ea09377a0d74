import { constants, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { callDisk, disk } from '../../../src/main/local/disk.ts';
import { diskAtOnce } from '../../../src/main/local/disk-at-once.ts';
import { openFileSource } from '../../../src/main/local/file-source.ts';
import { openPartFile } from '../../../src/main/local/part-file.ts';
import { scratchFolder } from './scratch-folder.ts';

const CREATE = constants.O_CREAT | constants.O_EXCL | constants.O_RDWR;
const besides = disk();

const errno = async (call: Promise<unknown>): Promise<unknown> =>
  await call.then(
    () => null,
    (thrown: NodeJS.ErrnoException) => thrown.code,
  );

describe.each([
  ['besides', besides],
  ['at once', diskAtOnce],
])('called %s', (_, calls) => {
  test.each([100, 400_000])('a file of %d bytes is written, read, cut, dated and named', async (length) => {
    const folder = await scratchFolder();
    const [part, whole] = [join(folder, 'part'), join(folder, 'whole')];
    const bytes = Buffer.alloc(length, 'longshore');
    const file = await calls.open(part, CREATE, 0o600);
    expect((await file.write(bytes, 0, length, 0)).bytesWritten).toBe(length);
    const back = Buffer.alloc(length);
    expect((await file.read(back, 0, length, 0)).bytesRead).toBe(length);
    expect(back.equals(bytes)).toBe(true);
    expect((await file.read(back, 0, length, length)).bytesRead).toBe(0);
    await file.truncate(50);
    await file.chmod(0o640);
    await file.utimes(new Date(), new Date(1_000_000_000_000));
    await file.datasync();
    await file.sync();
    expect((await file.stat()).size).toBe(50);
    expect((await file.stat({ bigint: true })).ino).toBe((await calls.lookUp(part, { bigint: true }))?.ino);
    await file.close();
    await calls.link(part, whole);
    await calls.unlink(part);
    expect(statSync(whole)).toMatchObject({ size: 50, mtimeMs: 1_000_000_000_000 });
    await calls.rename(whole, part);
    await calls.remove(part);
    await calls.remove(part);
    expect(await calls.lookUp(part)).toBeNull();
    expect(await calls.lookUp(part, { bigint: true })).toBeNull();
  });

  test('what cannot be done is told as the system tells it', async () => {
    const folder = await scratchFolder();
    const [one, other] = [join(folder, 'one'), join(folder, 'other')];
    for (const path of [one, other]) await (await calls.open(path, CREATE)).close();
    expect(await calls.lookUp(join(one, 'below a file'))).toBeNull();
    expect(await errno(calls.lookUp('no\0path'))).toBe('ERR_INVALID_ARG_VALUE');
    expect(await errno(calls.open(one, CREATE))).toBe('EEXIST');
    expect(await errno(calls.link(one, other))).toBe('EEXIST');
    expect(await errno(calls.rename(join(folder, 'none'), one))).toBe('ENOENT');
    expect(await errno(calls.unlink(folder))).toMatch(/EISDIR|EPERM/);
    expect(await errno(calls.open(folder, constants.O_RDWR))).toBe('EISDIR');
  });

  test('a download gets its name and an upload is read', async () => {
    callDisk(calls);
    onTestFinished(() => callDisk(besides));
    const target = join(await scratchFolder(), 'file');
    const part = await openPartFile(target, 0);
    await part.sink.write(Buffer.from('all of it'));
    await part.finish({ replace: false, modifiedMs: 1_000_000_000_000 });
    expect(readFileSync(target, 'utf8')).toBe('all of it');
    const source = await openFileSource(target);
    expect(source).toMatchObject({ size: 9, modifiedMs: 1_000_000_000_000 });
    expect(Buffer.from(await source.read({ from: 4, length: 100 })).toString()).toBe('of it');
    await source.close();
  });
});
