import { useStore } from 'zustand';
import { announcements } from '../state/announcements.ts';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';

/** Speaks what the state has to say. The key makes a new element of it, so that the same words are heard again. */
export const Announcer = () => {
  const { text, number } = useStore(announcements);
  return (
    <VisuallyHidden role="status" aria-live="polite">
      <span key={number}>{text}</span>
    </VisuallyHidden>
  );
};
