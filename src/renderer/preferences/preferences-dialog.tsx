import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LanguageChoice, ThemeChoice } from '#shared/model/preferences.ts';
import { changePreferences } from '../actions/preferences.ts';
import { preferences, preferencesDialog, showPreferences } from '../state/preferences.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import styles from './preferences-dialog.module.css';

const THEMES = ['system', 'light', 'dark'] as const satisfies readonly ThemeChoice[];

/** Each language in its own words, so that it can be found by whoever reads no other. */
const LANGUAGE_NAMES: Readonly<Record<Exclude<LanguageChoice, 'system'>, string>> = {
  en: 'English',
  de: 'Deutsch',
  ja: '日本語',
  'zh-CN': '简体中文',
};
const LANGUAGES = ['system', 'en', 'de', 'ja', 'zh-CN'] as const satisfies readonly LanguageChoice[];

const CONNECTIONS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const;

/** The preferences; each change counts at once. */
export const PreferencesDialog = () => {
  const { t } = useTranslation('preferences');
  const { t: ui } = useTranslation('ui');
  const { open } = useStore(preferencesDialog);
  const current = useStore(preferences);
  const close = (): void => showPreferences(false);
  return (
    <Dialog
      open={open}
      onClose={close}
      title={t('title')}
      buttons={
        <Button kind="primary" onClick={close}>
          {ui('close')}
        </Button>
      }
    >
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
        <Field label={t('connectionsPerSite')} hint={t('connectionsHint')}>
          <Select<string>
            value={String(current.connectionsPerSite)}
            onChange={(count) => void changePreferences({ connectionsPerSite: Number(count) })}
            options={CONNECTIONS.map((value) => ({ value, label: value }))}
          />
        </Field>
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
    </Dialog>
  );
};
