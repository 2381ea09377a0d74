import { beforeEach, expect, test, vi } from 'vitest';
import type { Fault } from '#shared/fault.ts';
import {
  dismissAllNotices,
  dismissNotice,
  dismissNoticesOfSession,
  faultNotices,
  reportFault,
} from '../../../src/renderer/state/faults.ts';

const refused: Fault = { kind: 'reply', stage: 'preparing', command: 'MKD', code: 550, text: 'No.' };
const lost: Fault = {
  kind: 'control-connection',
  stage: 'preparing',
  cause: 'reset',
  host: 'h.example',
  port: 21,
  detail: '',
};
const notices = () => faultNotices.getState().notices;

beforeEach(dismissAllNotices);

test('faults wait in the order they came until they are dismissed', () => {
  reportFault(refused);
  reportFault(lost);
  expect(notices().map((notice) => notice.fault)).toEqual([refused, lost]);
  dismissNotice(notices()[0]?.id ?? 0);
  expect(notices().map((notice) => notice.fault)).toEqual([lost]);
});

test('the same fault again counts up and takes the newest way to retry', () => {
  const retry = vi.fn();
  reportFault(refused);
  reportFault({ ...refused }, { retry });
  expect(notices()).toHaveLength(1);
  expect(notices()[0]).toMatchObject({ count: 2, retry });
});

test('the same fault in another session is another notice', () => {
  reportFault(lost, { sessionId: 'a' });
  reportFault(lost, { sessionId: 'b' });
  expect(notices()).toHaveLength(2);
});

test('what the person ended themselves is not told', () => {
  reportFault({ kind: 'cancelled', stage: 'connecting' });
  reportFault({ kind: 'refused-here', stage: 'logging-in', reason: 'declined', detail: '' });
  reportFault({ kind: 'security', stage: 'logging-in', reason: 'certificate-refused', detail: '' });
  expect(notices()).toEqual([]);
});

test('a session that stands again takes its notices away, and no others', () => {
  reportFault(lost, { sessionId: 'a' });
  reportFault(refused);
  dismissNoticesOfSession('a');
  expect(notices().map((notice) => notice.fault)).toEqual([refused]);
});

test('a flood keeps the newest fifty', () => {
  for (let code = 0; code < 60; code += 1) reportFault({ ...refused, code: 500 + code });
  expect(notices()).toHaveLength(50);
  expect(notices().at(-1)?.fault).toMatchObject({ code: 559 });
});
