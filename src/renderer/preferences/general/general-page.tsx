import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LanguageChoice, ThemeChoice } from '#shared/model/preferences.ts';
import { changePreferences } from '../../actions/preferences.ts';
import { preferences } from '../../state/preferences.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import styles from '../preferences.module.css';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly ThemeChoice[];

/** Each language in its own words, so that it can be found by whoever reads no other. */
const LANGUAGE_NAMES: Readonly<Record<Exclude<LanguageChoice, 'system'>, string>> = {
  en: 'English',
  de: 'Deutsch',
  ja: '日本語',
  'zh-CN': '简体中文',
};
const LANGUAGES = ['system', 'en', 'de', 'ja', 'zh-CN'] as const satisfies readonly LanguageChoice[];

/** How the program looks, and what it shows and asks everywhere. */
export const GeneralPage = () => {
  const { t } = useTranslation('preferences');
  const current = useStore(preferences);
  return (
    <div className={styles.fields}>
      <Field label={t('theme')}>
        <Select
          value={current.theme}
          onChange={(theme) => void changePreferences({ theme })}
          options={THEMES.map((value) => ({ value, label: t(`themeChoice.${value}`) }))}
        />
      </Field>
      <Field label={t('language')}>
        <Select
          value={current.language}
          onChange={(language) => void changePreferences({ language })}
          options={LANGUAGES.map((value) => ({
            value,
            label: value === 'system' ? t('languageSystem') : LANGUAGE_NAMES[value],
          }))}
        />
      </Field>
      <div className={styles.section}>
        <Checkbox checked={current.showHidden} onChange={(showHidden) => void changePreferences({ showHidden })}>
          {t('showHidden')}
        </Checkbox>
        <Checkbox
          checked={current.confirmDelete}
          onChange={(confirmDelete) => void changePreferences({ confirmDelete })}
        >
          {t('confirmDelete')}
        </Checkbox>
      </div>
    </div>
  );
};
