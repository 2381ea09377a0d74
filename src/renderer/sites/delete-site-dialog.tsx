import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import type { Site } from '#shared/model/site.ts';
import { deleteSiteForGood } from '../actions/sites.ts';
import { askToDeleteSite } from '../state/sites.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asks before a site and its password are gone for good. */
export const DeleteSiteDialog = ({ site }: { readonly site: Site }) => {
  const { t } = useTranslation('sites');
  const { t: ui } = useTranslation('ui');
  const cancel = useRef<HTMLButtonElement>(null);
  const close = (): void => askToDeleteSite(null);
  return (
    <Dialog
      open
      onClose={close}
      title={t('deleteTitle', { name: displayName(site.name) })}
      initialFocus={cancel}
      buttons={
        <>
          <Button ref={cancel} onClick={close}>
            {ui('cancel')}
          </Button>
          <Button kind="danger" onClick={() => void deleteSiteForGood(site)}>
            {t('delete')}
          </Button>
        </>
      }
    >
      <p>{site.secrets.length > 0 ? t('deleteWithPassword') : t('deleteWords')}</p>
    </Dialog>
  );
};
