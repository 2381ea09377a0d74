import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { ConflictRule } from '#shared/model/conflict-rule.ts';

/** What a rule is for, and what it does. */
export interface RuleWords {
  /** `Uploads · *.html · newer` */
  readonly files: string;
  readonly action: string;
}

/** A rule in a few words; what it does not look at is left out. */
export const useRuleWords = (): ((rule: ConflictRule) => RuleWords) => {
  const { t } = useTranslation('rules');
  return ({ direction, names, size, time, action }) => {
    const parts = [
      direction === 'any' ? null : t(`direction.${direction}`),
      names === null ? null : displayName(names),
      size === 'any' ? null : t(`sizeShort.${size}`),
      time === 'any' ? null : t(`timeShort.${time}`),
    ].filter((part) => part !== null);
    return {
      files: parts.length === 0 ? t('everyFile') : parts.join(' · '),
      action: t(`action.${action}`),
    };
  };
};
