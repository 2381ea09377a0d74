import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { saveSiteWish } from '../../actions/sites.ts';
import { closeSiteEditor, SITE_PAGES, type SiteEditing, showSitePage, sites } from '../../state/sites.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Pages } from '../../ui/pages.tsx';
import { changedPages } from './changed-pages.ts';
import { PAGE_ICONS } from './page-icons.ts';
import { secretChangesOf, secretDraftsOf } from './secret-changes.ts';
import { firstWrongPage, NO_PROBLEMS, nameOfDraft, settingsOfDraft, siteDraftOf, siteProblems } from './site-draft.ts';
import { SitePageBody } from './site-page-body.tsx';

/** Everything that is kept of a site, page by page. Wrong fields are marked once the person has tried to save. */
export const SiteEditor = ({ editing }: { readonly editing: SiteEditing }) => {
  const { t } = useTranslation('editor');
  const { t: ui } = useTranslation('ui');
  const page = useStore(sites, (state) => state.page);
  const canKeep = useStore(sites, (state) => state.passwordStorage === 'keychain');
  const site = editing.kind === 'edit' ? editing.site : null;
  const held = site?.secrets ?? [];
  const sessionId = editing.kind === 'new' ? editing.sessionId : null;
  const [draft, setDraft] = useState(() => siteDraftOf(editing));
  const [secrets, setSecrets] = useState(() => secretDraftsOf(canKeep, held, sessionId !== null));
  const [tries, setTries] = useState(0);
  const name = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);

  // What keeps the site from being saved is in sight by now, and gets the focus.
  useEffect(() => {
    if (tries > 0) panel.current?.querySelector<HTMLElement>('[data-invalid]:is(input, textarea, button)')?.focus();
  }, [tries]);

  const problems = siteProblems(draft);
  const save = (): void => {
    const wrong = firstWrongPage(problems, page);
    if (wrong !== null) {
      showSitePage(wrong);
      setTries(tries + 1);
      return;
    }
    void saveSiteWish({
      siteId: site?.siteId ?? null,
      name: nameOfDraft(draft),
      settings: settingsOfDraft(draft),
      secrets: secretChangesOf(secrets, held, sessionId),
    });
  };

  const changed = changedPages(draft);
  const markOf = (each: (typeof SITE_PAGES)[number]) => {
    if (tries > 0 && problems[each].length > 0) return { kind: 'wrong', words: t('wrong') } as const;
    return changed[each] ? ({ kind: 'changed', words: t('changed') } as const) : undefined;
  };
  return (
    <Dialog
      open
      onClose={closeSiteEditor}
      stayOnOutsidePress
      size="pages"
      title={site === null ? t('newTitle') : t('editTitle')}
      initialFocus={page === 'general' ? name : undefined}
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
      <Pages
        label={t('pages')}
        pages={SITE_PAGES.map((value) => ({
          value,
          label: t(`page.${value}`),
          icon: PAGE_ICONS[value],
          mark: markOf(value),
        }))}
        page={page}
        onChange={showSitePage}
        panelRef={panel}
      >
        <SitePageBody
          page={page}
          draft={draft}
          change={setDraft}
          problems={tries > 0 ? problems : NO_PROBLEMS}
          secrets={secrets}
          changeSecrets={setSecrets}
          canKeep={canKeep}
          held={sessionId === null ? held : [...held, 'login']}
          nameRef={name}
          whose={{ siteId: site?.siteId ?? null, sessionId }}
          saved={site?.settings ?? (editing.kind === 'new' ? editing.settings : null)}
        />
      </Pages>
    </Dialog>
  );
};
