import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type ConflictRule, MOST_CONFLICT_RULES, ruleForAll } from '#shared/model/conflict-rule.ts';
import { application } from '../../state/application.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { formatShortcut } from '../../ui/shortcut.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { RuleFields } from './rule-fields.tsx';
import { RuleList } from './rule-list.tsx';
import { addRule, type ChangedRules, changeRule, moveRule, removeRule } from './rule-order.ts';
import styles from './rules.module.css';

interface RulesEditorProps {
  readonly rules: readonly ConflictRule[];
  readonly onChange: (rules: readonly ConflictRule[]) => void;
  /** What happens where there is no rule. */
  readonly whenEmpty: string;
}

/** An ordered list of rules about files that are there already, and the fields of the one that is chosen. */
export const RulesEditor = ({ rules, onChange, whenEmpty }: RulesEditorProps) => {
  const { t } = useTranslation('rules');
  const onMac = useStore(application, (state) => state.info.platform === 'darwin');
  const add = useRef<HTMLButtonElement>(null);
  const [wanted, setChosen] = useState<number | null>(rules.length === 0 ? null : 0);
  const [told, setTold] = useState('');
  // Another answer may have changed the list meanwhile.
  const chosen = wanted === null || wanted >= rules.length ? null : wanted;
  const rule = chosen === null ? undefined : rules[chosen];

  const change = (changed: ChangedRules): void => {
    setChosen(changed.chosen);
    if (changed.rules !== rules) onChange(changed.rules);
  };
  const move = (from: number, to: number): void => {
    const moved = moveRule(rules, from, to);
    change(moved);
    setTold(t('moved', { number: (moved.chosen ?? 0) + 1, total: rules.length }));
  };

  const remove = (place: number): void => {
    change(removeRule(rules, place));
    // The list goes with its last rule, and would take the keyboard along.
    if (rules.length === 1) add.current?.focus();
  };

  return (
    <div className={styles.editor}>
      {rules.length === 0 ? (
        <p className={styles.empty}>{whenEmpty}</p>
      ) : (
        <RuleList
          label={t('label')}
          rules={rules}
          chosen={chosen}
          onChoose={setChosen}
          onMove={move}
          onRemove={remove}
        />
      )}
      <div className={styles.buttons}>
        <Button
          ref={add}
          size="small"
          disabled={rules.length >= MOST_CONFLICT_RULES}
          onClick={() => change(addRule(rules, chosen, ruleForAll('any', 'overwrite')))}
        >
          <Plus aria-hidden strokeWidth={1.75} />
          {t('add')}
        </Button>
        <span className={styles.room} />
        <IconButton
          size="small"
          icon={ArrowUp}
          label={t('up')}
          shortcut={formatShortcut({ alt: true, key: 'Up' }, onMac)}
          disabled={chosen === null || chosen === 0}
          onClick={() => chosen !== null && move(chosen, chosen - 1)}
        />
        <IconButton
          size="small"
          icon={ArrowDown}
          label={t('down')}
          shortcut={formatShortcut({ alt: true, key: 'Down' }, onMac)}
          disabled={chosen === null || chosen === rules.length - 1}
          onClick={() => chosen !== null && move(chosen, chosen + 1)}
        />
        <IconButton
          size="small"
          icon={Trash2}
          label={t('remove')}
          shortcut={formatShortcut({ key: 'Delete' }, onMac)}
          disabled={chosen === null}
          onClick={() => chosen !== null && remove(chosen)}
        />
      </div>
      {rule === undefined || chosen === null ? null : (
        <RuleFields
          key={`${chosen} of ${rules.length}`}
          rule={rule}
          onChange={(part) => onChange(changeRule(rules, chosen, part))}
        />
      )}
      <VisuallyHidden role="status">{told}</VisuallyHidden>
    </div>
  );
};
