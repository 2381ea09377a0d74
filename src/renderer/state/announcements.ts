import { createStore } from 'zustand/vanilla';

/** The last thing a screen reader was told; the number makes the same words be spoken again. */
export const announcements = createStore<{ readonly text: string; readonly number: number }>()(() => ({
  text: '',
  number: 0,
}));

/** Says something politely to whoever listens to the window; it shows nowhere. */
export const announce = (text: string): void => announcements.setState(({ number }) => ({ text, number: number + 1 }));
