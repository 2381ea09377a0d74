import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { openTypedPath } from '../../actions/typed-path.ts';
import { type Place, type Side, shownPath } from '../../state/place.ts';
import { paneRole } from '../source/pane-role.ts';
import styles from './path-bar.module.css';

interface PathEditorProps {
  readonly side: Side;
  readonly place: Place;
  readonly onClose: () => void;
}

/** The path as text: Enter goes there, Esc or leaving it changes nothing. */
export const PathEditor = ({ side, place, onClose }: PathEditorProps) => {
  const { t } = useTranslation('browse');
  const [path, setPath] = useState(shownPath(place));
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => field.current?.select(), []);
  return (
    <input
      ref={field}
      className={styles.editor}
      aria-label={t(`path.label.${paneRole(side, place)}`)}
      spellCheck={false}
      value={path}
      onChange={(event) => setPath(event.target.value)}
      onBlur={onClose}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') openTypedPath(side, place, path);
        if (event.key === 'Enter' || event.key === 'Escape') onClose();
      }}
    />
  );
};
