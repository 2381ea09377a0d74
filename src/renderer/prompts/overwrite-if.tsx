import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import type { ConflictQuestion } from './compare-sides.ts';
import type { ConflictScope } from './conflict-scope.tsx';

const CONDITIONS = ['newer', 'different-size', 'different-content'] as const;

type Condition = (typeof CONDITIONS)[number];

interface OverwriteIfProps {
  readonly prompt: ConflictQuestion;
  readonly scope: ConflictScope;
  readonly onChoose: (condition: Condition) => void;
}

/** Overwriting on a condition. One that nobody can decide for this file is offered where others are decided by it too. */
export const OverwriteIf = ({ prompt, scope, onChoose }: OverwriteIfProps) => {
  const { t } = useTranslation('prompts');
  const undecided: Readonly<Record<Condition, boolean>> = {
    newer: prompt.time === null,
    'different-size': prompt.size === null,
    'different-content': false,
  };
  return (
    <Menu
      trigger={
        <Button>
          {t('conflict.overwriteIf')}
          <ChevronDown aria-hidden strokeWidth={1.75} />
        </Button>
      }
      entries={CONDITIONS.map((condition) => ({
        kind: 'item',
        id: condition,
        label: t(`conflict.condition.${condition}`),
        disabled: scope === 'file' && undecided[condition],
        onChoose: () => onChoose(condition),
      }))}
    />
  );
};
