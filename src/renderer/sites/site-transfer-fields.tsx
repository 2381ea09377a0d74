import { useTranslation } from 'react-i18next';
import type { DataConnectionChoice } from '#shared/model/connection.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { ENCODINGS } from './site-draft.ts';
import styles from './site-editor.module.css';
import type { SiteFieldsProps } from './site-server-fields.tsx';

const DATA_CONNECTIONS = ['auto', 'passive', 'active'] as const satisfies readonly DataConnectionChoice[];

/** Where the panes open, and what some servers need to be told. */
export const SiteTransferFields = ({ draft, change, problems }: SiteFieldsProps) => {
  const { t } = useTranslation('sites');
  return (
    <>
      <div className={styles.pair}>
        <Field label={t('remotePath')} error={problems?.remotePath ? t('pathProblem') : undefined}>
          <TextInput
            placeholder={t('remotePathPlaceholder')}
            value={draft.remotePath}
            onChange={(event) => change({ remotePath: event.currentTarget.value })}
          />
        </Field>
        <Field label={t('localPath')}>
          <TextInput
            placeholder={t('localPathPlaceholder')}
            value={draft.localPath}
            onChange={(event) => change({ localPath: event.currentTarget.value })}
          />
        </Field>
      </div>
      <div className={styles.pair}>
        <Field label={t('dataConnection')}>
          <Select
            value={draft.dataConnection}
            onChange={(dataConnection) => change({ dataConnection })}
            options={DATA_CONNECTIONS.map((value) => ({ value, label: t(`dataConnectionChoice.${value}`) }))}
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
      </div>
    </>
  );
};
