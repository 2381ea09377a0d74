import { useTranslation } from 'react-i18next';
import { RulesEditor } from '../../../transfers/rules/rules-editor.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';

/** What becomes of files that are there already, at this site. */
export const ExistingPage = ({ draft, change }: Omit<PageProps<'existing'>, 'problems'>) => {
  const { t } = useTranslation('editor');
  return (
    <div className={styles.fields}>
      <p className={styles.quiet}>{t('existing.about')}</p>
      <RulesEditor
        rules={draft.conflictRules}
        onChange={(conflictRules) => change({ conflictRules })}
        whenEmpty={t('existing.empty')}
      />
    </div>
  );
};
