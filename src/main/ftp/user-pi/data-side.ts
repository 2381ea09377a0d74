import type { OnReadOpts } from 'node:net';
import { conversionFor } from '../user-dtp/conversion/conversion.ts';
import { createReceiver } from '../user-dtp/receiver.ts';
import { send } from '../user-dtp/sender.ts';
import { createTlsUnderlay } from '../user-dtp/tls-underlay.ts';
import type { DataRoute } from './data-route.ts';
import type { Interpreter } from './interpreter.ts';
import type { TransferOrder } from './transfer-order.ts';

/** What the user-DTP does with the data connection of one transfer. */
export interface DataSide {
  /** Buffers for a socket that is read directly, or null. */
  readonly onread: OnReadOpts | null;
  /** Opens the route and moves everything over it. */
  move(route: DataRoute): Promise<void>;
}

/** Chooses receiver or sender, conversion and protection for an order. Faults: those of the conversion. */
export const dataSide = ({ options, tls, state }: Interpreter, order: TransferOrder): DataSide => {
  const { moves, counter, signal } = order;
  const conversion = order.asIs ? null : conversionFor(order.parameters.type);
  const idleMs = options.timeouts.data;
  if ('from' in moves) {
    const sending = { source: moves.from, counter, codec: conversion?.send ?? null, idleMs };
    return {
      onread: null,
      async move(route) {
        const socket = await route.open();
        await send(state.protectsData ? await tls.protectData(socket, signal) : socket, sending);
      },
    };
  }
  const receiver = createReceiver({ sink: moves.to, counter, codec: conversion?.receive ?? null, idleMs });
  if (!state.protectsData) {
    return {
      onread: conversion === null ? receiver.onread : null,
      move: async (route) => receiver.run(await route.open(), route.direct, () => true),
    };
  }
  const underlay = createTlsUnderlay();
  return {
    onread: underlay.onread,
    async move(route) {
      const socket = await route.open();
      const secured = await tls.protectData(underlay.over(socket, route.direct), signal);
      await receiver.run(secured, false, () => !underlay.endForwarded);
    },
  };
};
