import { ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import { segmentsOf } from '../../actions/join-place.ts';
import { openPlace } from '../../actions/open-place.ts';
import { type Place, type Side, shownPath } from '../../state/place.ts';
import { paneRole } from '../source/pane-role.ts';
import styles from './path-bar.module.css';

interface PathSegmentsProps {
  readonly side: Side;
  readonly place: Place | null;
  readonly onEdit: () => void;
}

/** The path as its folders, each a way back up; a click beside them edits the path as text. */
export const PathSegments = ({ side, place, onEdit }: PathSegmentsProps) => {
  const { t } = useTranslation('browse');
  if (place === null) return <div aria-hidden className={styles.path} />;
  const segments = segmentsOf(place);
  const last = segments.length - 1;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard's way is Ctrl+L or Cmd+L in the grid
    <nav
      aria-label={t(`path.label.${paneRole(side, place)}`)}
      title={displayName(shownPath(place))}
      className={styles.path}
      onClick={(event) => {
        if (!(event.target instanceof Element) || event.target.closest('button') === null) onEdit();
      }}
    >
      <ol className={styles.segments}>
        {segments.toReversed().map((segment, fromEnd) => (
          <li key={segment.place.path} className={styles.segment}>
            {fromEnd === last || isRoot(segments[last - fromEnd - 1]?.name) ? null : (
              <ChevronRight size={12} aria-hidden className={styles.separator} />
            )}
            <button
              type="button"
              className={styles.link}
              aria-current={fromEnd === 0 ? 'location' : undefined}
              onClick={() => (fromEnd === 0 ? onEdit() : openPlace(side, segment.place))}
            >
              {displayName(segment.name)}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
};

/** A root is written with its own separator and needs no mark after it. */
const isRoot = (name: string | undefined): boolean => name !== undefined && /[/\\]$/.test(name);
