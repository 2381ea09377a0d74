import { describe, expect, expectTypeOf, test } from 'vitest';
import { z } from 'zod';
import { answers, event, request, stream } from '#shared/contract/define.ts';
import { FaultError } from '#shared/fault.ts';
import type { Handlers } from '../../../src/main/ipc/handlers.ts';
import { collectRoutes, routesOf } from '../../../src/main/ipc/routes.ts';
import { serveRequest } from '../../../src/main/ipc/serve.ts';

const contract = {
  double: request('test/double', z.strictObject({ value: z.number() }), answers<number>()),
  refuse: request('test/refuse', z.strictObject({}), answers<null>()),
  breakDown: request('test/break-down', z.strictObject({}), answers<null>()),
  changed: event('test/changed', 'every', answers<number>()),
  count: stream('test/count', z.strictObject({}), answers<number>(), answers<string>()),
  notOfTheWire: () => 1,
};

const handlers: Handlers<typeof contract> = {
  double: ({ value }) => value * 2,
  refuse: async () => {
    throw new FaultError({ kind: 'cancelled', stage: 'finishing' });
  },
  breakDown: () => {
    throw new TypeError('no such thing');
  },
  count: async function* () {
    yield 1;
    return 'end';
  },
};

const routes = collectRoutes(routesOf(contract, handlers));

describe('a request', () => {
  test('is answered by its handler', async () => {
    expect(await serveRequest(routes, 'test/double', { value: 21 })).toEqual({ ok: true, value: 42 });
  });

  test.each([
    ['a channel nobody declared', 'test/triple', {}],
    ['an event', 'test/changed', {}],
    ['a stream', 'test/count', {}],
    ['a property of every object', 'constructor', {}],
    ['a channel that is no text', ['test/double'], { value: 1 }],
    ['input of another type', 'test/double', { value: '21' }],
    ['input with more than is declared', 'test/double', { value: 1, extra: 2 }],
    ['no input', 'test/double', undefined],
  ])('is refused for %s', async (_name, channel, input) => {
    const result = await serveRequest(routes, channel, input);
    expect(result).toMatchObject({ ok: false, fault: { kind: 'refused-here', reason: 'bad-input' } });
  });

  test('answers the fault its handler throws', async () => {
    const result = await serveRequest(routes, 'test/refuse', {});
    expect(result).toEqual({ ok: false, fault: { kind: 'cancelled', stage: 'finishing' } });
  });

  test('answers a defect for anything else that is thrown', async () => {
    const result = await serveRequest(routes, 'test/break-down', {});
    expect(result).toMatchObject({ ok: false, fault: { kind: 'defect' } });
  });
});

describe('routes', () => {
  test('two on one channel are a mistake', () => {
    const list = routesOf(contract, handlers);
    expect(() => collectRoutes(list, list)).toThrow('Two routes for test/double');
  });

  test('the handlers of a contract are all its requests and streams and nothing else', () => {
    expectTypeOf<keyof Handlers<typeof contract>>().toEqualTypeOf<'double' | 'refuse' | 'breakDown' | 'count'>();
    // @ts-expect-error a handler is missing
    const incomplete: Handlers<typeof contract> = { double: handlers.double, refuse: handlers.refuse };
    expect(Object.keys(incomplete)).toHaveLength(2);
  });
});
