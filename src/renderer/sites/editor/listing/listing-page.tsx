import { useTranslation } from 'react-i18next';
import { LIST_FORMAT_NAMES, LISTING_COMMANDS, type ListingChoice } from '#shared/model/listing-choice.ts';
import { encodingOptions } from '../../../format/encoding-options.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';

/** How names and listings are read. */
export const ListingPage = ({ draft, change, problems }: PageProps<'listing'>) => {
  const { t } = useTranslation('editor');
  const { t: words } = useTranslation('browse');
  return (
    <div className={styles.fields}>
      <Field label={t('listing.encoding')}>
        <Select
          value={draft.encoding}
          onChange={(encoding) => change({ encoding })}
          options={[
            { value: 'auto', label: t('listing.encodingAuto') },
            ...encodingOptions(words, null, draft.encoding),
          ]}
        />
      </Field>
      <div className={styles.pair}>
        <Field label={t('listing.command')} hint={t('listing.commandHint')}>
          <Select
            value={draft.command}
            onChange={(command) => change({ command })}
            options={LISTING_COMMANDS.map((value) => ({
              value,
              label: value === 'auto' ? t('listing.commandAuto') : value,
            }))}
          />
        </Field>
        <Field label={t('listing.format')} hint={t('listing.formatHint')}>
          <Select<ListingChoice['format']>
            value={draft.format}
            onChange={(format) => change({ format })}
            options={[
              { value: 'auto', label: t('listing.formatAuto') },
              ...LIST_FORMAT_NAMES.map((value) => ({ value, label: t(`listing.formatChoice.${value}`) })),
            ]}
          />
        </Field>
        <Field
          label={t('listing.zone')}
          hint={t('listing.zoneHint')}
          error={problems.includes('zone') ? t('listing.zoneProblem') : undefined}
        >
          <TextInput
            placeholder={t('listing.zonePlaceholder')}
            value={draft.zone}
            onChange={(event) => change({ zone: event.currentTarget.value })}
          />
        </Field>
      </div>
    </div>
  );
};
