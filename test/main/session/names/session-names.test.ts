import { describe, expect, test } from 'vitest';
import { utf8Codec } from '../../../../src/main/ftp/name-codec.ts';
import { createSessionNames, type SessionNames } from '../../../../src/main/session/names/session-names.ts';

const CAFE = 'caf\uDCE9.txt';

const namesIn = async (encoding: string, guessed: string | null = null): Promise<SessionNames> => {
  const names = createSessionNames(encoding, guessed);
  await names.ready();
  return names;
};

describe('names in a chosen encoding', () => {
  test('read as it has them, and go back as the bytes they came with', async () => {
    const names = await namesIn('windows-1252');
    expect(names.read(`/pub/${CAFE}`)).toBe('/pub/café.txt');
    expect(names.write('/pub/café.txt')).toBe(`/pub/${CAFE}`);
  });

  test('read otherwise as soon as another is chosen, and the pathname stays', async () => {
    const names = await namesIn('windows-1252');
    const path = names.write('Привет'.replace(/./gu, 'é'));
    await names.choose('cp437');
    expect(names.read(path)).toBe('ΘΘΘΘΘΘ');
    expect(names.write('ΘΘΘΘΘΘ')).toBe(path);
    expect([...utf8Codec.encode(path)]).toEqual(Array.from({ length: 6 }, () => 0xe9));
  });

  test('are refused where the encoding does not have them', async () => {
    const names = await namesIn('iso-8859-1');
    expect(() => names.write('日本')).toThrow(/cannot be written in iso-8859-1/);
  });

  test('an encoding that nobody knows is refused in a sentence, and nothing has changed', async () => {
    await expect(createSessionNames('klingon', null).ready()).rejects.toThrow(/no encoding for file names: klingon/);
    const names = await namesIn('koi8-r');
    await expect(names.choose('klingon')).rejects.toThrow(/no encoding for file names: klingon/);
    expect(names.reading).toEqual({ chosen: 'koi8-r', guessed: null });
    expect(names.read('\uDCCD\uDCC9\uDCD2')).toBe('мир');
  });
});

describe('names where nothing was chosen', () => {
  test('are UTF-8 where they can be, each for itself, and by the guess where they cannot', async () => {
    const names = await namesIn('auto', 'windows-1252');
    expect(names.read(`/naïve/${CAFE}`)).toBe('/naïve/café.txt');
    expect(names.read(`/日本/\uDCC4\uDCC4`)).toBe('/日本/ÄÄ');
  });

  test('a guess is never what a new name is written with', async () => {
    const names = await namesIn('auto', 'windows-1252');
    expect([...utf8Codec.encode(names.write('é'))]).toEqual([0xc3, 0xa9]);
  });

  test('the text of a name that was shown leads back to its bytes', async () => {
    const names = await namesIn('auto', 'windows-1252');
    expect(names.write('/pub/café.txt')).toBe('/pub/café.txt');
    names.read(`/pub/${CAFE}`);
    expect(names.write('/pub/café.txt')).toBe(`/pub/${CAFE}`);
  });

  test('a line of the dialogue is read, and is no name to be typed', async () => {
    const names = await namesIn('auto', 'windows-1252');
    expect(names.show(`DELE ${CAFE}`)).toBe('DELE café.txt');
    expect(names.write('DELE café.txt')).toBe('DELE café.txt');
  });

  test('a guess that comes later changes how names read and nothing else', async () => {
    const names = await namesIn('auto');
    expect(names.read(CAFE)).toBe(CAFE);
    await names.guess('windows-1252');
    expect(names.reading).toEqual({ chosen: 'auto', guessed: 'windows-1252' });
    expect(names.read(CAFE)).toBe('café.txt');
  });
});
