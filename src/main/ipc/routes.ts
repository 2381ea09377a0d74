import type { RequestSpec, StreamSpec } from '#shared/contract/define.ts';
import type { Fault } from '#shared/fault.ts';
import type { Handlers, RequestHandler, StreamHandler } from './handlers.ts';

export interface RequestRoute {
  readonly spec: RequestSpec<unknown, unknown>;
  readonly handler: RequestHandler<unknown, unknown>;
}

export interface StreamRoute {
  readonly spec: StreamSpec<unknown, unknown, unknown>;
  readonly handler: StreamHandler<unknown, unknown, unknown>;
}

/** Every request and stream by the name of its channel. */
export interface Routes {
  readonly requests: ReadonlyMap<string, RequestRoute>;
  readonly streams: ReadonlyMap<string, StreamRoute>;
  /** A fault as the window is told of it, by what was asked. */
  readonly tell: (fault: Fault, input: unknown) => Fault;
}

/** A contract file with its handlers; made by `routesOf`. */
export type RouteList = readonly (RequestRoute | StreamRoute)[];

const isSpec = (value: unknown): value is RequestSpec<unknown, unknown> | StreamSpec<unknown, unknown, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  (value.kind === 'request' || value.kind === 'stream');

/**
 * The routes of one contract file. The types of both sides are checked here, at the call; behind it every input is
 * `unknown` until the spec's schema has passed it.
 */
export const routesOf = <Contract extends object>(contract: Contract, handlers: Handlers<Contract>): RouteList => {
  const byName = new Map<string, unknown>(Object.entries(handlers));
  return Object.entries(contract).flatMap(([name, spec]): RouteList => {
    if (!isSpec(spec)) return [];
    const handler = byName.get(name);
    // Handlers<Contract> has tied the handler to this very spec; a map by name cannot carry that tie.
    return spec.kind === 'request'
      ? [{ spec, handler: handler as RequestHandler<unknown, unknown> }]
      : [{ spec, handler: handler as StreamHandler<unknown, unknown, unknown> }];
  });
};

const isRequestRoute = (route: RequestRoute | StreamRoute): route is RequestRoute => route.spec.kind === 'request';

/** All routes by channel. Two on one channel are a mistake in the contract and throw. */
export const collectRoutes = (...lists: readonly RouteList[]): Routes => {
  const requests = new Map<string, RequestRoute>();
  const streams = new Map<string, StreamRoute>();
  for (const route of lists.flat()) {
    const { channel } = route.spec;
    if (requests.has(channel) || streams.has(channel)) throw new Error(`Two routes for ${channel}`);
    if (isRequestRoute(route)) requests.set(channel, route);
    else streams.set(channel, route);
  }
  return { requests, streams, tell: (fault) => fault };
};
