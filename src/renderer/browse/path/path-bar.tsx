import { ArrowLeft, ArrowRight, ArrowUp, RotateCw } from 'lucide-react';
import { memo, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { parentPlace } from '../../actions/join-place.ts';
import { goBackward, goOnward, goUp, refreshPane } from '../../actions/open-place.ts';
import { application } from '../../state/application.ts';
import { panes } from '../../state/panes.ts';
import { type Side, samePlace } from '../../state/place.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { formatShortcut, type Shortcut } from '../../ui/shortcut.ts';
import { SourceMenu } from '../source/source-menu.tsx';
import styles from './path-bar.module.css';
import { PathEditor } from './path-editor.tsx';
import { PathSegments } from './path-segments.tsx';
import { Places } from './places.tsx';

interface PathBarProps {
  readonly side: Side;
  /** The grid of the pane. */
  readonly files: RefObject<HTMLElement | null>;
  readonly editing: boolean;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** Where the pane is, and the ways from there: back, forward, up, any folder above, or a path typed in. */
export const PathBar = memo(({ side, files, editing, onEdit, onClose }: PathBarProps) => {
  const { t } = useTranslation('browse');
  const place = useStore(panes, (state) => state[side].place);
  const history = useStore(panes, (state) => state[side].history);
  const key = (shortcut: Shortcut): string =>
    formatShortcut(shortcut, application.getState().info.platform === 'darwin');
  const atRoot = place === null || samePlace(parentPlace(place).parent, place);
  return (
    <div className={styles.bar}>
      <IconButton
        icon={ArrowLeft}
        label={t('actions.back')}
        shortcut={key({ alt: true, key: 'Left' })}
        disabled={history.back.length === 0}
        onClick={() => goBackward(side)}
      />
      <span className={styles.spare}>
        <IconButton
          icon={ArrowRight}
          label={t('actions.forward')}
          shortcut={key({ alt: true, key: 'Right' })}
          disabled={history.forward.length === 0}
          onClick={() => goOnward(side)}
        />
      </span>
      <IconButton
        icon={ArrowUp}
        label={t('actions.up')}
        shortcut={key({ key: 'Backspace' })}
        disabled={atRoot}
        onClick={() => goUp(side)}
      />
      <div className={styles.field}>
        <SourceMenu side={side} files={files} />
        {editing && place !== null ? (
          <PathEditor side={side} place={place} onClose={onClose} />
        ) : (
          <PathSegments side={side} place={place} onEdit={onEdit} />
        )}
      </div>
      {place?.kind === 'local' ? <Places side={side} /> : null}
      <IconButton
        icon={RotateCw}
        label={t('actions.refresh')}
        shortcut={key({ primary: true, key: 'R' })}
        disabled={place === null}
        onClick={() => refreshPane(side)}
      />
    </div>
  );
});
