import { layout, parseLayout } from '../state/layout.ts';

const KEY = 'layout';
/** Dragging a splitter changes the layout with every movement; it is written when it rests. */
const REST_MS = 400;

/** Takes up the sizes of the last time and keeps them from now on. */
export const keepLayout = (): void => {
  layout.setState(parseLayout(read()));
  let due: ReturnType<typeof setTimeout> | undefined;
  layout.subscribe((now) => {
    clearTimeout(due);
    due = setTimeout(() => write(JSON.stringify(now)), REST_MS);
  });
};

// Storage can be off or full. The sizes then last as long as the window, which is no reason to trouble anybody.
const read = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

const write = (text: string): void => {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // See above.
  }
};
