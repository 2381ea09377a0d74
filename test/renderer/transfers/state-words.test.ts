import { expect, test } from 'vitest';
import type { TransferView } from '#shared/model/transfer.ts';
import { type StateWords, stateWords } from '../../../src/renderer/transfers/state-words.ts';
import { transferView } from './transfer-view-fixture.ts';

const NOW = 1_000_000;

test.each<[string, Partial<TransferView>, StateWords]>([
  ['its turn will come', { state: 'waiting' }, { key: 'state.waiting' }],
  ['nobody is connected', { state: 'waiting', waitsFor: 'connection' }, { key: 'waitsFor.connection' }],
  ['an earlier run left it', { state: 'waiting', waitsFor: 'request' }, { key: 'waitsFor.request' }],
  [
    'it begins later',
    { state: 'waiting', waitsFor: 'time', startsMs: NOW + 5 },
    { key: 'waitsFor.time', atMs: NOW + 5 },
  ],
  [
    'it is tried again',
    { state: 'waiting', waitsFor: 'retry', retriesMs: NOW + 25_000, tries: 2 },
    { key: 'waitsFor.retry', inMs: 25_000, attempt: 3 },
  ],
  [
    'it was to be tried again by now',
    { state: 'waiting', waitsFor: 'retry', retriesMs: NOW - 1, tries: 1 },
    { key: 'waitsFor.retryNow', attempt: 2 },
  ],
  [
    'what it waited for does not matter once it was paused',
    { state: 'paused', waitsFor: 'time' },
    { key: 'state.paused' },
  ],
  ['a folder that is read', { kind: 'folder', state: 'active' }, { key: 'readingFolder' }],
  [
    'a folder whose files are moved',
    { kind: 'folder', state: 'moving', folder: { files: 40, finished: 3, failed: 0 } },
    { key: 'filesOf', finished: 3, files: 40 },
  ],
  [
    'and some fail',
    { kind: 'folder', state: 'moving', folder: { files: 40, finished: 3, failed: 2 } },
    { key: 'filesOfFailed', finished: 3, files: 40, failed: 2 },
  ],
  ['one connection is nothing to speak of', { connections: 1 }, { key: 'state.active' }],
  ['several are', { connections: 4 }, { key: 'overConnections', connections: 4 }],
])('%s', (_, part, expected) => expect(stateWords(transferView(part), NOW)).toEqual(expected));
