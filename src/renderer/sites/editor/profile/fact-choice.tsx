import { useTranslation } from 'react-i18next';
import type { OverridableFact } from '#shared/model/learned-fact.ts';
import { encodingOptions } from '../../../format/encoding-options.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { PageProps } from '../page-props.ts';

const AS_LEARNED = 'learned';
const HOLDS = { learned: undefined, always: true, never: false } as const;

interface FactChoiceProps extends Omit<PageProps<'profile'>, 'problems'> {
  readonly fact: OverridableFact;
  readonly wrong: boolean;
}

/** What is to hold whatever connections find out; left alone, what they find out. */
export const FactChoice = ({ fact, draft, change, wrong }: FactChoiceProps) => {
  const { t } = useTranslation('sites');
  const { t: words } = useTranslation('browse');
  const label = t(`learned.rule.${fact}`);
  const { chosen, typed } = draft;
  switch (fact) {
    case 'zoneMinutes':
    case 'mostConnections':
      return (
        <Field label={label} labelHidden error={wrong ? t(`learned.problem.${fact}`) : undefined}>
          <TextInput
            placeholder={t('learned.as.learned')}
            value={typed[fact]}
            onChange={(event) => change({ typed: { ...typed, [fact]: event.currentTarget.value } })}
          />
        </Field>
      );
    case 'nameEncoding':
      return (
        <Select<string>
          label={label}
          value={chosen.nameEncoding ?? AS_LEARNED}
          onChange={(value) =>
            change({ chosen: { ...chosen, nameEncoding: value === AS_LEARNED ? undefined : value } })
          }
          options={[
            { value: AS_LEARNED, label: t('learned.as.learned') },
            ...encodingOptions(words, null, chosen.nameEncoding ?? null),
          ]}
        />
      );
    default:
      return (
        <Select
          label={label}
          value={chosen[fact] === undefined ? AS_LEARNED : chosen[fact] ? 'always' : 'never'}
          onChange={(value) => change({ chosen: { ...chosen, [fact]: HOLDS[value] } })}
          options={(['learned', 'always', 'never'] as const).map((value) => ({
            value,
            label: t(`learned.as.${value}`),
          }))}
        />
      );
  }
};
