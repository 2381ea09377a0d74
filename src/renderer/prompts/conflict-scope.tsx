import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { PromptAnswer } from '#shared/model/prompt.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import type { ConflictQuestion } from './compare-sides.ts';

export type ConflictScope = Extract<PromptAnswer, { kind: 'conflict' }>['scope'];

interface ConflictScopeProps {
  readonly prompt: ConflictQuestion;
  readonly scope: ConflictScope;
  readonly onChange: (scope: ConflictScope) => void;
}

/** What else an answer is for: the others of the same drop, and all that the site will ever ask. */
export const ConflictScopeFields = ({ prompt, scope, onChange }: ConflictScopeProps) => {
  const { t } = useTranslation('prompts');
  const { othersWaiting, ruledSite } = prompt;
  return (
    <>
      {othersWaiting === 0 ? null : (
        <Checkbox
          checked={scope !== 'file'}
          disabled={scope === 'site'}
          onChange={(all) => onChange(all ? 'batch' : 'file')}
        >
          {t('conflict.applyToAll', { number: othersWaiting })}
        </Checkbox>
      )}
      {ruledSite === null ? null : (
        <Checkbox
          checked={scope === 'site'}
          onChange={(always) => onChange(always ? 'site' : 'file')}
          hint={t('conflict.alwaysHint')}
        >
          {t(`conflict.always.${ruledSite.direction}`, { site: displayName(ruledSite.name) })}
        </Checkbox>
      )}
    </>
  );
};
