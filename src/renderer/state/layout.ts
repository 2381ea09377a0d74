import { createStore } from 'zustand/vanilla';
import type { Side } from './place.ts';
import { DEFAULT_TRANSFER_COLUMNS, parseTransferColumns, type TransferColumns } from './transfer-columns.ts';

export type ActivityName = 'transfers' | 'transcript';

/** The sizes of the window's parts, kept from one start to the next. */
export interface Layout {
  readonly sitesShown: boolean;
  /** Pixels. */
  readonly sitesWidth: number;
  /** The left pane's part of both panes, 0 to 1. */
  readonly leftShare: number;
  /** Which of the activities are to be seen; a narrow window has room for one, the one chosen last. */
  readonly activities: Readonly<Record<ActivityName, boolean>>;
  readonly chosenActivity: ActivityName;
  /** Pixels. */
  readonly activityHeight: number;
  /** The transfers' part of the activity area beside the transcript, 0 to 1. */
  readonly transfersShare: number;
  /** Pixels, by side and column. */
  readonly columns: Readonly<Record<Side, Readonly<Record<'size' | 'modified' | 'permissions', number>>>>;
  readonly transferColumns: TransferColumns;
}

export const LAYOUT_BOUNDS = {
  sitesWidth: { min: 140, max: 360 },
  leftShare: { min: 0.25, max: 0.75 },
  transfersShare: { min: 0.3, max: 0.75 },
  activityHeight: { min: 96, max: 560 },
  column: { min: 56, max: 320 },
} as const;

const COLUMNS = { size: 84, modified: 140, permissions: 92 };

export const DEFAULT_LAYOUT: Layout = {
  sitesShown: true,
  sitesWidth: 192,
  leftShare: 0.5,
  activities: { transfers: true, transcript: true },
  chosenActivity: 'transfers',
  activityHeight: 256,
  transfersShare: 0.6,
  columns: { left: COLUMNS, right: COLUMNS },
  transferColumns: DEFAULT_TRANSFER_COLUMNS,
};

interface Bounds {
  readonly min: number;
  readonly max: number;
}

/** A layout from whatever was kept: what is missing, of another type or out of bounds is as by default. */
export const parseLayout = (text: string | null): Layout => {
  const kept = parsedObject(text);
  const number = (value: unknown, bounds: Bounds, otherwise: number): number =>
    typeof value === 'number' && value >= bounds.min && value <= bounds.max ? value : otherwise;
  const flag = (value: unknown, otherwise: boolean): boolean => (typeof value === 'boolean' ? value : otherwise);
  const columnsOf = (side: Side) => {
    const widths = objectOf(objectOf(kept['columns'])[side]);
    return {
      size: number(widths['size'], LAYOUT_BOUNDS.column, COLUMNS.size),
      modified: number(widths['modified'], LAYOUT_BOUNDS.column, COLUMNS.modified),
      permissions: number(widths['permissions'], LAYOUT_BOUNDS.column, COLUMNS.permissions),
    };
  };
  return {
    sitesShown: flag(kept['sitesShown'], DEFAULT_LAYOUT.sitesShown),
    sitesWidth: number(kept['sitesWidth'], LAYOUT_BOUNDS.sitesWidth, DEFAULT_LAYOUT.sitesWidth),
    leftShare: number(kept['leftShare'], LAYOUT_BOUNDS.leftShare, DEFAULT_LAYOUT.leftShare),
    activities: {
      transfers: flag(objectOf(kept['activities'])['transfers'], true),
      transcript: flag(objectOf(kept['activities'])['transcript'], true),
    },
    chosenActivity: kept['chosenActivity'] === 'transcript' ? 'transcript' : 'transfers',
    activityHeight: number(kept['activityHeight'], LAYOUT_BOUNDS.activityHeight, DEFAULT_LAYOUT.activityHeight),
    transfersShare: number(kept['transfersShare'], LAYOUT_BOUNDS.transfersShare, DEFAULT_LAYOUT.transfersShare),
    columns: { left: columnsOf('left'), right: columnsOf('right') },
    transferColumns: parseTransferColumns(objectOf(kept['transferColumns']), (value, otherwise) =>
      number(value, LAYOUT_BOUNDS.column, otherwise),
    ),
  };
};

type Properties = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Properties =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};

const parsedObject = (text: string | null): Properties => {
  if (text === null) return {};
  try {
    return objectOf(JSON.parse(text));
  } catch {
    // What another version or a crash left there is worth no more than nothing.
    return {};
  }
};

/** There the transfers and the transcript cannot both be read. */
export const NARROW_WINDOW = '(max-width: 899px)';

/** Whether an activity is to be seen now. */
export const isActivityVisible = (now: Layout, name: ActivityName, narrow: boolean): boolean => {
  const other = name === 'transfers' ? 'transcript' : 'transfers';
  return now.activities[name] && (!narrow || now.chosenActivity === name || !now.activities[other]);
};

/** Hides an activity that is to be seen, and shows one that is not. */
export const toggledActivity = (now: Layout, name: ActivityName, narrow: boolean): Partial<Layout> =>
  isActivityVisible(now, name, narrow)
    ? { activities: { ...now.activities, [name]: false } }
    : { activities: { ...now.activities, [name]: true }, chosenActivity: name };

export const layout = createStore<Layout>()(() => DEFAULT_LAYOUT);
export const changeLayout = (change: Partial<Layout>): void => layout.setState(change);
