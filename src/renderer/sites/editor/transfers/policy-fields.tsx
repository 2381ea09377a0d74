import { useTranslation } from 'react-i18next';
import type { TransferPolicy } from '#shared/model/transfer-policy.ts';
import type { Verification } from '#shared/model/verification.ts';
import { readTypedSpeed } from '../../../transfers/policy/speed-draft.ts';
import { SpeedInput } from '../../../transfers/policy/speed-input.tsx';
import { verificationOptions } from '../../../transfers/policy/verification-options.ts';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';

const CONNECTIONS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
/** The choice that leaves it to the preferences. */
const AS_PREFERENCES = 'preferences';

/** How many transfers of the site run at once, how fast they may be, and how what arrived is checked. */
export const PolicyFields = ({ draft, change, problems }: PageProps<'transfers'>) => {
  const { t } = useTranslation('policy');
  const policy = draft.transferPolicy;
  const changePolicy = (part: Partial<TransferPolicy>): void => change({ transferPolicy: { ...policy, ...part } });
  const asPreferences = { value: AS_PREFERENCES, label: t('asPreferences') } as const;
  return (
    <div className={styles.section}>
      <div className={styles.pair}>
        <Field label={t('connections')}>
          <Select<string>
            value={policy.connections === null ? AS_PREFERENCES : String(policy.connections)}
            onChange={(value) => changePolicy({ connections: value === AS_PREFERENCES ? null : Number(value) })}
            options={[asPreferences, ...CONNECTIONS.map((count) => ({ value: String(count), label: String(count) }))]}
          />
        </Field>
        <Field
          label={t('verification.label')}
          hint={policy.verification === null ? undefined : t(`verification.hint.${policy.verification}`)}
        >
          <Select<Verification | typeof AS_PREFERENCES>
            value={policy.verification ?? AS_PREFERENCES}
            onChange={(value) => changePolicy({ verification: value === AS_PREFERENCES ? null : value })}
            options={[asPreferences, ...verificationOptions(t)]}
          />
        </Field>
        <SpeedInput
          direction="down"
          text={draft.down}
          wrong={readTypedSpeed(draft.down) === 'wrong'}
          tried={problems.includes('down')}
          onChange={(down) => change({ down })}
        />
        <SpeedInput
          direction="up"
          text={draft.up}
          wrong={readTypedSpeed(draft.up) === 'wrong'}
          tried={problems.includes('up')}
          onChange={(up) => change({ up })}
        />
      </div>
      <p className={styles.hint}>{t('speed.siteHint')}</p>
    </div>
  );
};
