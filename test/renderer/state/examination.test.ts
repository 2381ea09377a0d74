import { expect, test } from 'vitest';
import type { Fault } from '#shared/fault.ts';
import { canBeExamined } from '../../../src/renderer/state/examination.ts';
import { dismissAllNotices, faultNotices, reportFault } from '../../../src/renderer/state/faults.ts';
import { settingsOf } from '../../fixtures/sessions.ts';

const SUBJECT = { settings: settingsOf({ host: 'example.org', user: 'ada' }), sessionId: 's1', siteId: null };
const BLOCKED: Fault = { kind: 'data-connection', stage: 'preparing', cause: 'timeout', detail: '' };
const DISK: Fault = { kind: 'local-file', stage: 'preparing', cause: 'disk-full', path: '/a', detail: '' };

test('a fault of the connection can be looked into, one of a file or of the person cannot', () => {
  expect(canBeExamined(BLOCKED)).toBe(true);
  expect(canBeExamined({ kind: 'security', stage: 'logging-in', reason: 'tls-not-offered', detail: '' })).toBe(true);
  expect(canBeExamined({ kind: 'reply', stage: 'logging-in', command: 'PASS', code: 530, text: '' })).toBe(true);
  expect(canBeExamined({ kind: 'reply', stage: 'transfer-command', command: 'LIST', code: 425, text: '' })).toBe(true);
  expect(canBeExamined({ kind: 'reply', stage: 'transfer-command', command: 'RETR', code: 550, text: '' })).toBe(false);
  expect(canBeExamined({ kind: 'protocol', stage: 'after-data', reason: 'size-mismatch', detail: '' })).toBe(false);
  expect(canBeExamined(DISK)).toBe(false);
  expect(canBeExamined({ kind: 'cancelled', stage: 'preparing' })).toBe(false);
});

test('a notice leads to the search for the reason where there is one to be found', () => {
  dismissAllNotices();
  reportFault(BLOCKED, { subject: SUBJECT });
  reportFault(DISK, { subject: SUBJECT });
  reportFault({ ...BLOCKED, cause: 'refused' });
  expect(faultNotices.getState().notices.map(({ subject }) => subject)).toEqual([SUBJECT, null, null]);
});
