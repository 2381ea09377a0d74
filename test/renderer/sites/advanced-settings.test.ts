import { describe, expect, test } from 'vitest';
import { ASCII } from '#shared/ftp/transfer-parameters.ts';
import { isAdvancedChanged, isAdvancedWrong } from '../../../src/renderer/sites/advanced-settings.ts';
import { type SiteDraft, siteDraftOf, siteProblems } from '../../../src/renderer/sites/site-draft.ts';

const usual: SiteDraft = siteDraftOf({ kind: 'new', settings: null, sessionId: null });

describe('what is out of sight at first', () => {
  test.each([
    { dataConnection: 'default-port' },
    { encoding: 'big5' },
    { activePorts: '2000-2100' },
    { externalAddress: '192.0.2.7' },
    { pipelining: false },
    { allocate: true },
    { transfer: { ...usual.transfer, mode: 'Z' } },
  ] as const)('differs with %j', (part) => expect(isAdvancedChanged({ ...usual, ...part })).toBe(true));

  test.each([{}, { name: 'Work', host: 'h', remotePath: '/a' }])('is the usual with %j', (part) => {
    expect(isAdvancedChanged({ ...usual, ...part })).toBe(false);
  });

  test.each([
    [{ activePorts: 'any' }, true],
    [{ externalAddress: 'home' }, true],
    [{ transfer: { ...usual.transfer, type: ASCII, structure: 'P' } }, true],
    [{ port: 'x' }, false],
    [{}, false],
  ] as const)('with %j: wrong is %j', (part, wrong) => {
    expect(isAdvancedWrong(siteProblems({ ...usual, ...part }))).toBe(wrong);
  });
});
