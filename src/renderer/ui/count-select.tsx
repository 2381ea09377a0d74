import { Select } from './select.tsx';

interface CountSelectProps {
  readonly value: number;
  readonly onChange: (count: number) => void;
  /** The counts that are offered, smallest first; `value` too where it is none of them. */
  readonly counts: readonly number[];
  /** What a count is called; itself where left out. */
  readonly words?: (count: number) => string;
}

/** How many of something, out of a few. */
export const CountSelect = ({ value, onChange, counts, words = String }: CountSelectProps) => {
  const offered = counts.includes(value) ? counts : [...counts, value].sort((a, b) => a - b);
  return (
    <Select<string>
      value={String(value)}
      onChange={(count) => onChange(Number(count))}
      options={offered.map((count) => ({ value: String(count), label: words(count) }))}
    />
  );
};
