import { expect, test } from 'vitest';
import type { Place } from '../../../src/renderer/state/place.ts';
import { type Sending, sendingFromTo } from '../../../src/renderer/state/sending.ts';

const LOCAL: Place = { kind: 'local', path: '/' };
const at = (sessionId: string, path = '/'): Place => ({ kind: 'remote', sessionId, path });

test.each<[Place | null, Place | null, Sending | null]>([
  [LOCAL, at('1'), 'upload'],
  [at('1'), LOCAL, 'download'],
  [at('1'), at('2'), 'between'],
  [at('1'), at('1', '/b'), 'move'],
  [at('1'), at('1'), null],
  [LOCAL, { kind: 'local', path: '/b' }, null],
  [null, at('1'), null],
  [at('1'), null, null],
])('sending from %j to %j is %s', (from, to, sending) => expect(sendingFromTo(from, to)).toBe(sending));
