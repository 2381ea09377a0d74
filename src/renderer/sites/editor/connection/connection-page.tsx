import { useTranslation } from 'react-i18next';
import { DATA_CONNECTION_CHOICES } from '#shared/model/connection.ts';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';
import { ActiveFields } from './active-fields.tsx';
import { canBeActive, canBePassive } from './connection-draft.ts';

/** How data connections come about, and how commands are sent. */
export const ConnectionPage = ({ draft, change, problems }: PageProps<'connection'>) => {
  const { t } = useTranslation('editor');
  return (
    <div className={styles.fields}>
      <Field label={t('connection.dataConnection')} hint={t(`connection.dataConnectionHint.${draft.dataConnection}`)}>
        <Select
          value={draft.dataConnection}
          onChange={(dataConnection) => change({ dataConnection })}
          options={DATA_CONNECTION_CHOICES.map((value) => ({
            value,
            label: t(`connection.dataConnectionChoice.${value}`),
            note: value === 'auto' ? undefined : t(`connection.dataConnectionCommand.${value}`),
          }))}
        />
      </Field>
      {canBeActive(draft.dataConnection) ? <ActiveFields draft={draft} change={change} problems={problems} /> : null}
      {canBePassive(draft.dataConnection) ? (
        <Checkbox
          checked={draft.trustPassiveHost}
          onChange={(trustPassiveHost) => change({ trustPassiveHost })}
          hint={t('connection.trustPassiveHostHint')}
        >
          {t('connection.trustPassiveHost')}
        </Checkbox>
      ) : null}
      <div className={styles.section}>
        <Checkbox
          checked={draft.keepAlive}
          onChange={(keepAlive) => change({ keepAlive })}
          hint={t('connection.keepAliveHint')}
        >
          {t('connection.keepAlive')}
        </Checkbox>
        <Checkbox
          checked={draft.pipelining}
          onChange={(pipelining) => change({ pipelining })}
          hint={t('connection.pipeliningHint')}
        >
          {t('connection.pipelining')}
        </Checkbox>
      </div>
    </div>
  );
};
