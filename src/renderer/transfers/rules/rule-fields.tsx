import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CONFLICT_ACTIONS, type ConflictRule, SIZE_CONDITIONS, TIME_CONDITIONS } from '#shared/model/conflict-rule.ts';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './rules.module.css';

/** Longer lists of names than this are for a script. */
const MOST_LETTERS = 1_024;

const DIRECTIONS = ['any', 'download', 'upload'] as const satisfies readonly ConflictRule['direction'][];
const ACTIONS = ['ask', ...CONFLICT_ACTIONS] as const satisfies readonly ConflictRule['action'][];

interface RuleFieldsProps {
  readonly rule: ConflictRule;
  readonly onChange: (part: Partial<ConflictRule>) => void;
}

/** All of one rule. */
export const RuleFields = ({ rule, onChange }: RuleFieldsProps) => {
  const { t } = useTranslation('rules');
  // What is typed stands here, so that no echo of an earlier letter takes a later one away.
  const [names, setNames] = useState(rule.names ?? '');
  return (
    <div className={styles.fields}>
      <Field label={t('directionLabel')}>
        <Select
          value={rule.direction}
          onChange={(direction) => onChange({ direction })}
          options={DIRECTIONS.map((value) => ({ value, label: t(`direction.${value}`) }))}
        />
      </Field>
      <Field label={t('namesLabel')} hint={t('namesHint')}>
        <TextInput
          placeholder={t('namesPlaceholder')}
          maxLength={MOST_LETTERS}
          value={names}
          onChange={({ currentTarget: { value } }) => {
            setNames(value);
            onChange({ names: value.trim() === '' ? null : value });
          }}
        />
      </Field>
      <Field label={t('sizeLabel')}>
        <Select
          value={rule.size}
          onChange={(size) => onChange({ size })}
          options={SIZE_CONDITIONS.map((value) => ({ value, label: t(`size.${value}`) }))}
        />
      </Field>
      <Field label={t('timeLabel')}>
        <Select
          value={rule.time}
          onChange={(time) => onChange({ time })}
          options={TIME_CONDITIONS.map((value) => ({ value, label: t(`time.${value}`) }))}
        />
      </Field>
      <div className={styles.whole}>
        <Field label={t('actionLabel')} hint={t(`actionHint.${rule.action}`)}>
          <Select
            value={rule.action}
            onChange={(action) => onChange({ action })}
            options={ACTIONS.map((value) => ({ value, label: t(`action.${value}`) }))}
          />
        </Field>
      </div>
    </div>
  );
};
