import { useTranslation } from 'react-i18next';
import { Field } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';

/** Where the panes open. */
export const PlaceFields = ({ draft, change, problems }: PageProps<'general'>) => {
  const { t } = useTranslation('editor');
  return (
    <div className={styles.pair}>
      <Field
        label={t('general.remotePath')}
        error={problems.includes('remotePath') ? t('general.pathProblem') : undefined}
      >
        <TextInput
          placeholder={t('general.remotePathPlaceholder')}
          value={draft.remotePath}
          onChange={(event) => change({ remotePath: event.currentTarget.value })}
        />
      </Field>
      <Field label={t('general.localPath')}>
        <TextInput
          placeholder={t('general.localPathPlaceholder')}
          value={draft.localPath}
          onChange={(event) => change({ localPath: event.currentTarget.value })}
        />
      </Field>
    </div>
  );
};
