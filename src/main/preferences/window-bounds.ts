import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { readPreference, writePreference } from './preferences-store.ts';

/** Where the window stood when it was last closed, in device-independent pixels. */
export interface WindowBounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly maximized: boolean;
}

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const NAME = 'window-bounds';
const schema = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});

/** Pixels of the window that must lie on a screen, so that its title bar can be caught with the mouse. */
const REACHABLE = 80;

const overlap = (from: number, length: number, areaFrom: number, areaLength: number): number =>
  Math.min(from + length, areaFrom + areaLength) - Math.max(from, areaFrom);

/** Whether enough of a window with these bounds lies on one of the screens: the second screen may be gone. */
export const isReachable = (bounds: WindowBounds, screens: readonly Area[]): boolean =>
  screens.some(
    (area) =>
      overlap(bounds.x, bounds.width, area.x, area.width) >= REACHABLE &&
      overlap(bounds.y, bounds.height, area.y, area.height) >= REACHABLE &&
      bounds.y >= area.y,
  );

/** The bounds to open with; undefined the first time, and where they would be off every screen. */
export const readWindowBounds = (database: DatabaseSync, screens: readonly Area[]): WindowBounds | undefined => {
  const bounds = readPreference(database, NAME, schema);
  return bounds && isReachable(bounds, screens) ? bounds : undefined;
};

export const writeWindowBounds = (database: DatabaseSync, bounds: WindowBounds): void => {
  writePreference(database, NAME, bounds);
};
