import { dirname, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { markedName, unmarkedName } from '#shared/ftp/marked-name.ts';
import { localName } from '../../src/main/local/local-name.ts';
import { decodeLocalName, systemPath } from '../../src/main/local/local-path.ts';
import { modeOf, permissionsOf } from '../../src/main/local/local-permissions.ts';
import { foldedName } from '../../src/main/local/name-folding.ts';
import { pathWithin } from '../../src/main/local/path-within.ts';

const nasty = fc.constantFrom('..', '.', '/', '\\', '\0', 'C:', '%', '%2F', '\uDC2F', '\uDCAF', ' ', 'CON', '\n', 'ä');
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.array(fc.oneof(nasty, fc.string({ maxLength: 4 })), { maxLength: 8 }).map((pieces) => pieces.join('')),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 }).map((units) => String.fromCharCode(...units)),
);
const platforms = ['linux', 'darwin', 'win32'] as const;

const attempt = <T>(make: () => T): T | null => {
  try {
    return make();
  } catch (thrown) {
    expect(thrown).toMatchObject({ name: 'FaultError' });
    return null;
  }
};

describe('a name from a server', () => {
  test('never leads out of the folder', () => {
    fc.assert(
      fc.property(anyName, fc.constantFrom(...platforms), (name, platform) => {
        const path = attempt(() => pathWithin('/chosen/folder', name, platform));
        if (path === null) return;
        expect(dirname(path)).toBe('/chosen/folder');
        expect(dirname(resolve(path))).toBe('/chosen/folder');
        expect(systemPath(path).toString('latin1').split('/')).toHaveLength(4);
      }),
      { numRuns: 2_000 },
    );
  });

  test('never shares its local name with another', () => {
    fc.assert(
      fc.property(anyName, anyName, fc.constantFrom(...platforms), (one, other, platform) => {
        const first = attempt(() => localName(one, platform));
        const second = attempt(() => localName(other, platform));
        if (one !== other && first !== null) expect(first).not.toBe(second);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is nothing Windows would refuse or change', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const local = attempt(() => localName(name, 'win32'));
        if (local === null) return;
        expect(local).not.toMatch(/[<>:"|?*\\/]|[. ]$/);
        expect([...local].every((character) => character >= ' ')).toBe(true);
        expect(local).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)\s*(\.|$)/i);
      }),
    );
  });
});

describe('a name that was marked for a system', () => {
  const codes = fc.integer({ min: 0, max: 255 }).map((code) => `%${code.toString(16).padStart(2, '0')}`);
  const markable = fc
    .array(
      fc.oneof(
        nasty,
        codes,
        codes.map((code) => code.toUpperCase()),
        fc.string({ maxLength: 3 }),
      ),
      { maxLength: 8 },
    )
    .map((pieces) => pieces.join(''))
    .filter(
      (name) => !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDC7F\uDD00-\uDFFF]/.test(name),
    );

  test('comes back as it was', () => {
    fc.assert(
      fc.property(fc.oneof(markable, anyName), fc.constantFrom(...platforms), (name, platform) => {
        expect(unmarkedName(markedName(name, platform), platform)).toBe(name);
      }),
      { numRuns: 5_000 },
    );
  });

  test('is another than that of every other name, also where case does not count', () => {
    fc.assert(
      fc.property(markable, markable, fc.constantFrom(...platforms), (one, other, platform) => {
        fc.pre(one.toLowerCase() !== other.toLowerCase());
        expect(markedName(one, platform).toLowerCase()).not.toBe(markedName(other, platform).toLowerCase());
      }),
      { numRuns: 5_000 },
    );
  });

  test('a name of this disk is the same after going to a server and back', () => {
    fc.assert(
      fc.property(markable, fc.constantFrom(...platforms), (name, platform) => {
        const local = markedName(name, platform);
        expect(markedName(unmarkedName(local, platform), platform)).toBe(local);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('a name of any bytes can be opened again by what it is told as', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      const name = decodeLocalName(Buffer.from(bytes).toString('latin1'));
      expect(Buffer.from(systemPath(name))).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 2_000 },
  );
});

describe('names that a disk takes for the same', () => {
  const foldings = fc.record({ case: fc.boolean(), composition: fc.boolean() });

  test('are the same in their folded form, and folding again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 12 }), foldings, (name, folding) => {
        const folded = foldedName(name, folding);
        expect(foldedName(folded, folding)).toBe(folded);
        if (folding.composition) expect(foldedName(name.normalize('NFD'), folding)).toBe(folded);
        if (folding.case) expect(foldedName(name.toUpperCase(), folding)).toBe(folded);
        if (!folding.case && !folding.composition) expect(folded).toBe(name);
      }),
      { numRuns: 2_000 },
    );
  });
});

test('permissions and modes tell the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0o7777 }), (mode) => {
      expect(modeOf(permissionsOf(mode))).toBe(mode);
    }),
  );
});
