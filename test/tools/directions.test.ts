import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { at } from '../../tools/lib/paths.mjs';

/** A line that must not be in a file of this folder. Nothing it names has to exist: the direction alone is judged. */
const PLANTED: readonly (readonly [folder: string, line: string])[] = [
  ['src/shared/model', "import 'node:fs';"],
  ['src/shared/contract', "import 'react';"],
  ['src/shared/ftp', "import '../../main/ftp/engine.ts';"],
  ['src/renderer/state', "import 'node:path';"],
  ['src/renderer/app', "import 'electron';"],
  ['src/renderer/browse', "import '../../main/local/listing.ts';"],
  ['src/renderer/browse/grid', "import '../../bridge/index.ts';"],
  ['src/renderer/ui', "import '../state/sites.ts';"],
  ['src/renderer/actions', "import '../browse/pane.tsx';"],
  ['src/renderer/state', "import '../actions/transfer.ts';"],
  ['src/renderer/bridge', "import '../state/sites.ts';"],
  ['src/renderer/actions', 'export const api = window.longshore;'],
  ['src/renderer/sites', 'export const api = globalThis.longshore;'],
  ['src/main', "import '../renderer/state/sites.ts';"],
  ['src/main/session', "import '../index.ts';"],
  ['src/main/transfer', "import '../cli/url.ts';"],
  ['src/main/transfer', "import '../ftp/user-pi/dialogue.ts';"],
  ['src/main/transfer', "import '../ipc/emit.ts';"],
  ['src/main/transfer/server', "import '../rows/job.ts';"],
  ['src/main/transfer/decisions', "import '../server/refusal.ts';"],
  ['src/main/transfer/pacing', "import '../rows/transfer-row.ts';"],
  ['src/main/transfer/batches', "import '../kept/row-store.ts';"],
  ['src/main/transfer/rows', "import '../table/transfer-table.ts';"],
  ['src/main/transfer/rows', "import '../../window/main-window.ts';"],
  ['src/main/transfer/kept', "import '../table/transfer-table.ts';"],
  ['src/main/transfer/moving', "import '../segments/recruit.ts';"],
  ['src/main/transfer/connections', "import '../moving/receive-file.ts';"],
  ['src/main/transfer/table', "import '../scheduling/retry.ts';"],
  ['src/main/transfer/segments', "import '../jobs/send-file.ts';"],
  ['src/main/transfer/folders', "import '../jobs/job-upload.ts';"],
  ['src/main/transfer/jobs', "import '../scheduling/row-work.ts';"],
  ['src/main/transfer/scheduling', "import '../requests/queue-commands.ts';"],
  ['src/main/transfer/requests', "import '../export/export-list.ts';"],
  ['src/main/transfer/export', "import '../queue.ts';"],
  ['src/main/doctor', "import '../session/session.ts';"],
  ['src/main/doctor/checks', "import '../../ftp/user-pi/connect.ts';"],
  ['src/main/local', "import 'electron';"],
  ['src/main/local', "import '../session/session.ts';"],
  ['src/main/session', "import '../transfer/queue.ts';"],
  ['src/main/site', "import '../session/session.ts';"],
  ['src/main/store', "import '../site/site-store.ts';"],
  ['src/main/preferences', "import '../session/session.ts';"],
  ['src/main/prompts', "import '../session/session.ts';"],
  ['src/main/ipc', "import '../window/main-window.ts';"],
  ['src/main/window', "import '../session/session.ts';"],
  ['src/main/window/preload', "import '../main-window.ts';"],
  ['src/main/cli', "import '../window/main-window.ts';"],
  ['src/main/ftp', "import 'electron';"],
  ['src/main/ftp', "import '../session/session.ts';"],
  ['src/main/ftp', "import '#shared/contract/sites.ts';"],
  ['src/main/ftp/user-pi/sequences', "import '../../user-ftp.ts';"],
  ['src/main/ftp/user-dtp', "import '../user-pi/dialogue.ts';"],
  ['src/main/ftp/user-dtp', "import 'electron';"],
  ['src/main/ftp/listing/formats', "import '../../user-dtp/passive.ts';"],
  ['src/main/ftp/protocol', "import '../engine.ts';"],
  ['src/main/ftp/protocol', "import 'node:net';"],
  ['src/main/ftp/network', "import '../user-pi/dialogue.ts';"],
  ['src/main/ftp/security', "import '../user-dtp/passive.ts';"],
];

/** What the same folders may do. */
const ALLOWED: readonly (readonly [folder: string, line: string])[] = [
  ['src/shared/contract', "import '../model/site.ts';"],
  ['src/renderer/actions', "import '../bridge/index.ts';"],
  ['src/renderer/browse', "import '../actions/transfer.ts';"],
  ['src/renderer/bridge', 'export const api = window.longshore;'],
  ['src/main', "import './transfer/queue.ts';"],
  ['src/main/transfer', "import '../session/session-access.ts';"],
  ['src/main/transfer', "import '../ftp/engine.ts';"],
  ['src/main/transfer', "import './scheduling/scheduler.ts';"],
  ['src/main/transfer/batches', "import '../server/refusal.ts';"],
  ['src/main/transfer/rows', "import '../batches/batch.ts';"],
  ['src/main/transfer/kept', "import '../rows/transfer-row.ts';"],
  ['src/main/transfer/moving', "import '../decisions/choice-facts.ts';"],
  ['src/main/transfer/table', "import '../kept/row-store.ts';"],
  ['src/main/transfer/jobs', "import '../segments/recruit.ts';"],
  ['src/main/transfer/scheduling', "import '../jobs/job-upload.ts';"],
  ['src/main/transfer/export', "import '../requests/transfer-queue.ts';"],
  ['src/main/window', "import 'electron';"],
  ['src/main/window/preload', "import '#shared/contract/channels.ts';"],
  ['src/main/doctor', "import '../ftp/user-ftp.ts';"],
  ['src/main/doctor/checks', "import '../../ftp/protocol/host-port.ts';"],
  ['src/main/session', "import '../ftp/engine.ts';"],
  ['src/main/ipc', "import '../session/session-access.ts';"],
  ['src/main/ftp/user-pi/sequences', "import '../../user-dtp/passive.ts';"],
  ['src/main/ftp/user-dtp', "import '../protocol/host-port.ts';"],
  ['src/main/ftp/listing/formats', "import '../../protocol/pathname-codec.ts';"],
  ['src/main/ftp/protocol', "import '#shared/fault.ts';"],
];

interface Diagnostic {
  readonly category: string;
  readonly severity: string;
  readonly location: { readonly path: string | { readonly file: string } | null };
}

const OF_DIRECTION = ['lint/style/noRestrictedImports', 'plugin', 'lint/suspicious/noImportCycles'];
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'longshore-directions-'));
let diagnostics: readonly Diagnostic[] = [];

const fileOf = (kind: string, index: number, inFolder: string): string => `${inFolder}/${kind}-${index}.ts`;

const write = (name: string, text: string): void => {
  const file = path.join(folder, name);
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, `${text}\n`);
};

/** The directions that a file goes against. */
const against = (name: string): string[] =>
  diagnostics
    .filter(({ severity }) => severity === 'error' || severity === 'fatal')
    .filter(({ location }) => {
      const found = typeof location.path === 'string' ? location.path : location.path?.file;
      return found?.endsWith(name);
    })
    .map(({ category }) => category)
    .filter((category) => OF_DIRECTION.includes(category));

beforeAll(() => {
  for (const name of ['biome.json', '.gitignore', 'tools/lint/preload-api.grit']) {
    write(name, fs.readFileSync(at(name), 'utf8'));
  }
  for (const [index, [inFolder, line]] of PLANTED.entries()) write(fileOf('planted', index, inFolder), line);
  for (const [index, [inFolder, line]] of ALLOWED.entries()) write(fileOf('allowed', index, inFolder), line);
  write('src/main/session/one.ts', "import { two } from './two.ts';\nexport const one = two;");
  write('src/main/session/two.ts', "import { one } from './one.ts';\nexport const two = one;");
  const { stdout } = spawnSync(
    process.execPath,
    [at('node_modules/@biomejs/biome/bin/biome'), 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    { cwd: folder, encoding: 'utf8', maxBuffer: 64 * 1_048_576 },
  );
  diagnostics = JSON.parse(stdout).diagnostics;
}, 30_000);

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

describe('a planted violation is refused', () => {
  test.each(PLANTED.map(([inFolder, line], index) => ({ inFolder, line, index })))(
    '$inFolder: $line',
    ({ inFolder, index }) => {
      expect(against(fileOf('planted', index, inFolder))).not.toEqual([]);
    },
  );

  test('a cycle of imports', () => {
    expect(against('src/main/session/one.ts')).toEqual(['lint/suspicious/noImportCycles']);
  });
});

describe('what the table of directions allows passes', () => {
  test.each(ALLOWED.map(([inFolder, line], index) => ({ inFolder, line, index })))(
    '$inFolder: $line',
    ({ inFolder, index }) => {
      expect(against(fileOf('allowed', index, inFolder))).toEqual([]);
    },
  );
});
