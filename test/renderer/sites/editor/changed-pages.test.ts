import { describe, expect, test } from 'vitest';
import { ruleForAll } from '#shared/model/conflict-rule.ts';
import { changedPages } from '../../../../src/renderer/sites/editor/changed-pages.ts';
import { type SiteDraft, siteDraftOf } from '../../../../src/renderer/sites/editor/site-draft.ts';

const usual: SiteDraft = siteDraftOf({ kind: 'new', settings: null, sessionId: null });

const changed = (draft: SiteDraft): readonly string[] =>
  Object.entries(changedPages(draft)).flatMap(([page, differs]) => (differs ? [page] : []));

describe('the pages that differ from the usual', () => {
  test.each([
    ['encryption', { data: 'clear' }],
    ['encryption', { certificate: '/me.pem' }],
    ['connection', { dataConnection: 'default-port' }],
    ['connection', { activePorts: '2000-2100' }],
    ['connection', { externalAddress: '192.0.2.7' }],
    ['connection', { pipelining: false }],
    ['proxy', { kind: 'none' }],
    ['login', { account: 'dept' }],
    ['login', { commands: 'NOOP' }],
    ['listing', { encoding: 'big5' }],
    ['transfers', { allocate: true }],
    ['transfers', { transfer: { ...usual.transfers.transfer, mode: 'Z' } }],
    ['transfers', { down: '500 kB/s' }],
    ['transfers', { transferPolicy: { ...usual.transfers.transferPolicy, connections: 2 } }],
    ['transfers', { transferPolicy: { ...usual.transfers.transferPolicy, verification: 'size' } }],
    ['existing', { conflictRules: [ruleForAll('upload', 'newer')] }],
    ['profile', { chosen: { epsvFails: false } }],
    ['profile', { typed: { zoneMinutes: '', mostConnections: '2' } }],
  ] as const)('are %s with %j', (page, part) => {
    expect(changed({ ...usual, [page]: { ...usual[page], ...part } })).toEqual([page]);
  });

  test.each([
    ['general', {}],
    ['general', { name: 'Work', host: 'h', remotePath: '/a' }],
    // Entered and left alone again.
    ['proxy', { kind: 'system', host: 'proxy', port: '99' }],
    ['transfers', { transfer: { ...usual.transfers.transfer, codePage: '273' } }],
    ['profile', { chosen: { epsvFails: undefined } }],
  ] as const)('are none with %s %j', (page, part) => {
    expect(changed({ ...usual, [page]: { ...usual[page], ...part } })).toEqual([]);
  });
});
