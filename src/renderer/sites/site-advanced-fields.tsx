import { useTranslation } from 'react-i18next';
import { type ConnectionSettings, DATA_CONNECTION_CHOICES } from '#shared/model/connection.ts';
import { TransferChoiceFields } from '../transfers/choice/transfer-choice-fields.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { canBeActive, ENCODINGS } from './site-draft.ts';
import styles from './site-editor.module.css';
import { SiteLearned } from './site-learned.tsx';
import type { SiteFieldsProps } from './site-server-fields.tsx';

interface SiteAdvancedFieldsProps extends SiteFieldsProps {
  /** The server as it was before anything was changed; null where there is none yet. */
  readonly saved: ConnectionSettings | null;
}

/** What some servers need to be told, and how files are moved. */
export const SiteAdvancedFields = ({ draft, change, problems, saved }: SiteAdvancedFieldsProps) => {
  const { t } = useTranslation('sites');
  return (
    <div className={styles.fields}>
      <div className={styles.pair}>
        <Field label={t('dataConnection')} hint={t(`dataConnectionHint.${draft.dataConnection}`)}>
          <Select
            value={draft.dataConnection}
            onChange={(dataConnection) => change({ dataConnection })}
            options={DATA_CONNECTION_CHOICES.map((value) => ({
              value,
              label: t(`dataConnectionChoice.${value}`),
              note: value === 'auto' ? undefined : t(`dataConnectionCommand.${value}`),
            }))}
          />
        </Field>
        <Field label={t('encoding')}>
          <Select
            value={draft.encoding}
            onChange={(encoding) => change({ encoding })}
            options={ENCODINGS.map((value) => ({
              value,
              label: value === 'auto' ? t('encodingAuto') : value.toUpperCase(),
            }))}
          />
        </Field>
        {canBeActive(draft.dataConnection) ? (
          <>
            <Field
              label={t('activePorts')}
              hint={t('activePortsHint')}
              error={problems?.activePorts ? t('activePortsProblem') : undefined}
            >
              <TextInput
                placeholder={t('chosenBySystem')}
                value={draft.activePorts}
                onChange={(event) => change({ activePorts: event.currentTarget.value })}
              />
            </Field>
            <Field
              label={t('externalAddress')}
              hint={t('externalAddressHint')}
              error={problems?.externalAddress ? t('externalAddressProblem') : undefined}
            >
              <TextInput
                placeholder={t('ownAddress')}
                value={draft.externalAddress}
                onChange={(event) => change({ externalAddress: event.currentTarget.value })}
              />
            </Field>
          </>
        ) : null}
      </div>
      <Checkbox checked={draft.pipelining} onChange={(pipelining) => change({ pipelining })} hint={t('pipeliningHint')}>
        {t('pipelining')}
      </Checkbox>
      <Checkbox checked={draft.allocate} onChange={(allocate) => change({ allocate })} hint={t('allocateHint')}>
        <span>
          {t('allocate')} <span className={styles.quiet}>ALLO</span>
        </span>
      </Checkbox>
      <section className={styles.group} aria-labelledby="how-files-are-moved">
        <h3 id="how-files-are-moved">{t('howFilesAreMoved')}</h3>
        <TransferChoiceFields value={draft.transfer} onChange={(transfer) => change({ transfer })} />
      </section>
      {saved === null ? null : <SiteLearned host={saved.host} port={saved.port} />}
    </div>
  );
};
