import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConflictRule } from '#shared/model/conflict-rule.ts';
import { classNames } from '../../ui/class-names.ts';
import { useRuleWords } from './rule-words.ts';
import styles from './rules.module.css';

interface RuleListProps {
  readonly label: string;
  readonly rules: readonly ConflictRule[];
  readonly chosen: number | null;
  readonly onChoose: (place: number) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: (place: number) => void;
}

/** A Mac's keyboard has the second only, and calls it Delete. */
const REMOVES: ReadonlySet<string> = new Set(['Delete', 'Backspace']);

/**
 * The rules in their order. The arrow keys choose, with Alt they move the chosen rule; a drag moves one too, and Delete
 * takes it out.
 */
export const RuleList = ({ label, rules, chosen, onChoose, onMove, onRemove }: RuleListProps) => {
  const inWords = useRuleWords();
  const { t } = useTranslation('rules');
  const id = useId();
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const idOf = (place: number): string => `${id}-${place}`;
  const list = useRef<HTMLDivElement>(null);

  // The list has the focus and not the rule, so that nothing else brings it in sight.
  useEffect(() => {
    if (chosen !== null) list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const obey = (event: KeyboardEvent): void => {
    const to = placeAfter(event.key, chosen, rules.length);
    if (to !== null) {
      if (event.altKey && chosen !== null) onMove(chosen, to);
      else onChoose(to);
    } else if (REMOVES.has(event.key) && chosen !== null) onRemove(chosen);
    else return;
    event.preventDefault();
  };

  return (
    <div
      ref={list}
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={chosen === null ? undefined : idOf(chosen)}
      className={styles.list}
      onKeyDown={obey}
      onClick={({ target }) => {
        const place =
          target instanceof Element ? target.closest<HTMLElement>('[data-place]')?.dataset['place'] : undefined;
        if (place !== undefined) onChoose(Number(place));
      }}
    >
      {rules.map((rule, place) => {
        const { files, action } = inWords(rule);
        return (
          <div
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule is nothing but its place and what it says
            key={place}
            id={idOf(place)}
            role="option"
            data-place={place}
            tabIndex={-1}
            aria-selected={place === chosen}
            aria-posinset={place + 1}
            aria-setsize={rules.length}
            aria-label={t('spoken', { number: place + 1, files, action })}
            draggable
            className={classNames(
              styles.rule,
              place === chosen && styles.chosen,
              dragged !== null && place === over && (over < dragged ? styles.before : over > dragged && styles.behind),
            )}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              event.dataTransfer.setData('text/plain', `${files} → ${action}`);
              onChoose(place);
              setDragged(place);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(place);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) onMove(dragged, place);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
          >
            <span className={styles.number}>{place + 1}</span> <span className={styles.files}>{files}</span>{' '}
            <span className={styles.action}>{action}</span>
          </div>
        );
      })}
    </div>
  );
};

/** Where a key leads to; null for one that leads nowhere. */
const placeAfter = (key: string, chosen: number | null, count: number): number | null => {
  if (count === 0) return null;
  const last = count - 1;
  const places: Readonly<Record<string, number>> = {
    ArrowUp: chosen === null ? last : Math.max(0, chosen - 1),
    ArrowDown: chosen === null ? 0 : Math.min(last, chosen + 1),
    Home: 0,
    End: last,
  };
  return places[key] ?? null;
};
