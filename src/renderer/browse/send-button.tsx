import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { canSend, sendSelection } from '../actions/transfer.ts';
import { application } from '../state/application.ts';
import { panes } from '../state/panes.ts';
import { otherSide, type Side } from '../state/place.ts';
import { sessions } from '../state/sessions.ts';
import { Button } from '../ui/button.tsx';
import { formatShortcut } from '../ui/shortcut.ts';
import styles from './pane-toolbar.module.css';
import { sendingWords } from './sending-words.ts';

/** Sends the selection to the other pane: uploads, downloads, copies to another server, or moves within one. */
export const SendButton = ({ side }: { readonly side: Side }) => {
  const { t } = useTranslation('browse');
  const possible = useStore(panes, (state) => canSend(state[side], state[otherSide(side)]));
  const open = useStore(sessions);
  const label = useStore(panes, (state) => sendingWords(state, open, side, t).label);
  const { icon: Icon } = sendingWords(panes.getState(), open, side, t);
  const keys = formatShortcut({ primary: true, key: 'Enter' }, application.getState().info.platform === 'darwin');
  return (
    <Button
      kind="plain"
      aria-label={label}
      title={`${label} (${keys})`}
      disabled={!possible}
      onClick={() => sendSelection(side)}
    >
      <Icon aria-hidden strokeWidth={1.75} />
      <span className={styles.label}>{label}</span>
    </Button>
  );
};
