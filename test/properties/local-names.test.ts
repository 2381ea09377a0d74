import { dirname, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localName } from '../../src/main/local/local-name.ts';
import { decodeLocalName, systemPath } from '../../src/main/local/local-path.ts';
import { modeOf, permissionsOf } from '../../src/main/local/local-permissions.ts';
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

test('a name of any bytes can be opened again by what it is told as', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 1, maxLength: 40 }), (bytes) => {
      const name = decodeLocalName(Buffer.from(bytes).toString('latin1'));
      expect(Buffer.from(systemPath(name))).toEqual(Buffer.from(bytes));
    }),
    { numRuns: 2_000 },
  );
});

test('permissions and modes tell the same', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 0o7777 }), (mode) => {
      expect(modeOf(permissionsOf(mode))).toBe(mode);
    }),
  );
});
