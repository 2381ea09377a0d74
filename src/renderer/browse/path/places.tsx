import { Download, FileText, HardDrive, House, type LucideIcon, MapPin, Monitor } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LocalPlace } from '#shared/contract/local-files.ts';
import { openPlace } from '../../actions/open-place.ts';
import { localPlaces } from '../../state/local-places.ts';
import type { Side } from '../../state/place.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';

const ICONS: Readonly<Record<LocalPlace['kind'], LucideIcon>> = {
  home: House,
  desktop: Monitor,
  downloads: Download,
  documents: FileText,
  root: HardDrive,
};

/** Shortcuts to the local folders most things are in. */
export const Places = ({ side }: { readonly side: Side }) => {
  const { t } = useTranslation('browse');
  const places = useStore(localPlaces, (state) => state.places);
  const roots = places.filter((place) => place.kind === 'root').length;
  return (
    <Menu
      trigger={<IconButton icon={MapPin} label={t('actions.places')} disabled={places.length === 0} />}
      entries={places.map((place) => ({
        kind: 'item',
        id: place.path,
        icon: ICONS[place.kind],
        label: place.kind === 'root' && roots > 1 ? place.path : t(`places.${place.kind}`),
        onChoose: () => openPlace(side, { kind: 'local', path: place.path }),
      }))}
    />
  );
};
