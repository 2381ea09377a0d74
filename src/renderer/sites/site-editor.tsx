import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { saveSiteWish } from '../actions/sites.ts';
import { closeSiteEditor, type SiteEditing, sites } from '../state/sites.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { isAdvancedChanged, isAdvancedWrong } from './advanced-settings.ts';
import { passwordChangeOf } from './password-change.ts';
import { SiteAdvancedFields } from './site-advanced-fields.tsx';
import { type SiteDraft, siteDraftOf, siteOf, siteProblems } from './site-draft.ts';
import styles from './site-editor.module.css';
import { SiteLoginFields } from './site-login-fields.tsx';
import { SitePlaceFields } from './site-place-fields.tsx';
import { SiteServerFields } from './site-server-fields.tsx';

/** Everything that is kept of a site. Wrong fields are marked once the person has tried to save. */
export const SiteEditor = ({ editing }: { readonly editing: SiteEditing }) => {
  const { t } = useTranslation('sites');
  const { t: ui } = useTranslation('ui');
  const passwordStorage = useStore(sites, (state) => state.passwordStorage);
  const hasPassword = editing.kind === 'edit' && editing.site.secrets.includes('login');
  const sessionId = editing.kind === 'new' ? editing.sessionId : null;
  const [draft, setDraft] = useState<SiteDraft>(() => siteDraftOf(editing));
  const [keep, setKeep] = useState(passwordStorage === 'keychain' && (hasPassword || sessionId !== null));
  const [tried, setTried] = useState(false);
  const [advanced, setAdvanced] = useState(false);
  const name = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  const change = (part: Partial<SiteDraft>): void => setDraft((before) => ({ ...before, ...part }));

  const save = (): void => {
    setTried(true);
    const site = siteOf(draft);
    if (!site) {
      // What is wrong must be in sight.
      if (isAdvancedWrong(siteProblems(draft))) setAdvanced(true);
      return;
    }
    void saveSiteWish({
      siteId: editing.kind === 'edit' ? editing.site.siteId : null,
      ...site,
      secrets: {
        login: passwordChangeOf({ typed: password.current?.value ?? '', keep, hasPassword, sessionId }),
        proxy: { kind: 'leave' },
        'client-certificate': { kind: 'leave' },
      },
    });
  };

  const fields = { draft, change, problems: tried ? siteProblems(draft) : null };
  return (
    <Dialog
      open
      onClose={closeSiteEditor}
      stayOnOutsidePress
      size="medium"
      title={editing.kind === 'edit' ? t('editTitle') : t('newTitle')}
      initialFocus={name}
      onSubmit={save}
      buttons={
        <>
          <Button onClick={closeSiteEditor}>{ui('cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('save')}
          </Button>
        </>
      }
    >
      <div className={styles.fields}>
        <SiteServerFields {...fields} nameRef={name} />
        <SiteLoginFields
          {...fields}
          passwordRef={password}
          keep={keep}
          onKeep={setKeep}
          canKeep={passwordStorage === 'keychain'}
          held={hasPassword || sessionId !== null}
        />
        <SitePlaceFields {...fields} />
        <Disclosure
          label={t('advanced')}
          note={isAdvancedChanged(draft) ? t('advancedChanged') : undefined}
          open={advanced}
          onChange={setAdvanced}
        >
          <SiteAdvancedFields {...fields} saved={editing.kind === 'edit' ? editing.site.settings : editing.settings} />
        </Disclosure>
      </div>
    </Dialog>
  );
};
