import fs from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { at } from '../../tools/lib/paths.mjs';

interface Target {
  readonly target: string;
  readonly arch: readonly string[];
}
interface Configuration {
  readonly mac: { readonly target: readonly Target[] };
  readonly win: { readonly target: readonly Target[] };
  readonly linux: { readonly target: readonly string[] };
  readonly protocols: readonly { readonly schemes: readonly string[] }[];
  readonly electronFuses: Readonly<Record<string, boolean>>;
}
interface Problem {
  readonly instancePath: string;
  readonly message: string;
}
type Validator = ((value: unknown) => boolean) & { readonly errors: readonly Problem[] | null };
type Ajv = new (options: object) => { compile(schema: unknown): Validator };

// Both come with electron-builder and bring no types of their own here.
const require = createRequire(at('node_modules/app-builder-lib/package.json'));
const { load } = require('js-yaml') as { load: (text: string) => unknown };
const { default: Ajv } = require('ajv') as { default: Ajv };

const read = (): unknown => load(fs.readFileSync(at('electron-builder.yml'), 'utf8'));
const schema: unknown = JSON.parse(fs.readFileSync(at('node_modules/app-builder-lib/scheme.json'), 'utf8'));
const validate = new Ajv({ strict: false, allErrors: true }).compile(schema);

test('electron-builder.yml is what electron-builder’s schema allows', () => {
  validate(read());
  expect(validate.errors).toBeNull();
});

test('the schema refuses a setting that does not exist', () => {
  expect(validate({ ...(read() as object), asarr: true })).toBe(false);
});

test('there is a package for each system, and Longshore opens links of every kind of FTP', () => {
  const { mac, win, linux, protocols } = read() as Configuration;
  expect({ mac: mac.target, win: win.target, linux: linux.target, schemes: protocols[0]?.schemes }).toEqual({
    mac: [{ target: 'dmg', arch: ['universal'] }],
    win: [{ target: 'nsis', arch: ['x64', 'arm64'] }],
    linux: ['AppImage', 'deb'],
    schemes: ['ftp', 'ftps', 'ftpes'],
  });
});

test('the fuses that let others steer a release are off', () => {
  const { electronFuses } = read() as Configuration;
  expect(electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    onlyLoadAppFromAsar: true,
    enableEmbeddedAsarIntegrityValidation: true,
  });
});
