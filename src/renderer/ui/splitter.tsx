import { type PointerEvent, useRef } from 'react';
import { classNames } from './class-names.ts';
import styles from './splitter.module.css';

interface SplitterProps {
  /** What it makes larger or smaller. */
  readonly label: string;
  /** `vertical`: a line from top to bottom between left and right. */
  readonly orientation: 'vertical' | 'horizontal';
  /** The size of the part before it, in any unit of the owner; arrows move it by a step. */
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Told the new size while the person drags, already within min and max. */
  readonly onChange: (value: number) => void;
  /** How many units one pixel of dragging is; negative where the part stands after the splitter. */
  readonly unitsPerPixel: () => number;
}

/** The line between two parts that can be dragged, and moved with the arrow keys. */
export const Splitter = ({ label, orientation, value, min, max, step, onChange, unitsPerPixel }: SplitterProps) => {
  const drag = useRef<{ start: number; value: number; units: number } | null>(null);
  const position = (event: PointerEvent): number => (orientation === 'vertical' ? event.clientX : event.clientY);
  const move = (next: number): void => onChange(Math.min(max, Math.max(min, next)));
  return (
    // biome-ignore lint/a11y/useSemanticElements: an hr takes no value; this is ARIA's window splitter
    <div
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-valuenow={Math.round(value)}
      aria-valuemin={Math.round(min)}
      aria-valuemax={Math.round(max)}
      className={classNames(styles.splitter, styles[orientation])}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { start: position(event), value, units: unitsPerPixel() };
      }}
      onPointerMove={(event) => {
        const from = drag.current;
        if (from) move(from.value + (position(event) - from.start) * from.units);
      }}
      onPointerUp={() => {
        drag.current = null;
      }}
      onPointerCancel={() => {
        drag.current = null;
      }}
      onKeyDown={(event) => {
        const back = orientation === 'vertical' ? 'ArrowLeft' : 'ArrowUp';
        const forth = orientation === 'vertical' ? 'ArrowRight' : 'ArrowDown';
        if (event.key !== back && event.key !== forth) return;
        event.preventDefault();
        const direction = (event.key === forth ? 1 : -1) * Math.sign(unitsPerPixel());
        move(value + direction * step);
      }}
    />
  );
};
