import { createStore } from 'zustand/vanilla';

/** The sizes of the window's parts, kept from one start to the next. */
export interface Layout {
  readonly sitesShown: boolean;
  /** Pixels. */
  readonly sitesWidth: number;
  /** The local pane's part of both panes, 0 to 1. */
  readonly localShare: number;
  readonly activityShown: boolean;
  /** Pixels. */
  readonly activityHeight: number;
  readonly activityTab: 'transfers' | 'transcript';
  /** Pixels, by side and column. */
  readonly columns: Readonly<Record<'local' | 'remote', Readonly<Record<'size' | 'modified' | 'permissions', number>>>>;
}

export const LAYOUT_BOUNDS = {
  sitesWidth: { min: 140, max: 360 },
  localShare: { min: 0.25, max: 0.75 },
  activityHeight: { min: 96, max: 560 },
  column: { min: 56, max: 320 },
} as const;

const COLUMNS = { size: 84, modified: 152, permissions: 92 };

export const DEFAULT_LAYOUT: Layout = {
  sitesShown: true,
  sitesWidth: 192,
  localShare: 0.5,
  activityShown: true,
  activityHeight: 184,
  activityTab: 'transfers',
  columns: { local: COLUMNS, remote: COLUMNS },
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
  const columnsOf = (side: 'local' | 'remote') => {
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
    localShare: number(kept['localShare'], LAYOUT_BOUNDS.localShare, DEFAULT_LAYOUT.localShare),
    activityShown: flag(kept['activityShown'], DEFAULT_LAYOUT.activityShown),
    activityHeight: number(kept['activityHeight'], LAYOUT_BOUNDS.activityHeight, DEFAULT_LAYOUT.activityHeight),
    activityTab: kept['activityTab'] === 'transcript' ? 'transcript' : 'transfers',
    columns: { local: columnsOf('local'), remote: columnsOf('remote') },
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

export const layout = createStore<Layout>()(() => DEFAULT_LAYOUT);
export const changeLayout = (change: Partial<Layout>): void => layout.setState(change);
