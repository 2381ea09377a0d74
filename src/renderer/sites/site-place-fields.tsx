import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';
import styles from './site-editor.module.css';
import type { SiteFieldsProps } from './site-server-fields.tsx';

/** Where the panes open. */
export const SitePlaceFields = ({ draft, change, problems }: SiteFieldsProps) => {
  const { t } = useTranslation('sites');
  return (
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
  );
};
