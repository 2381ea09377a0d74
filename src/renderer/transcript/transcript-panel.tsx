import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDownToLine, Copy, ScrollText } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { copyTranscript, loadTranscript } from '../actions/transcript.ts';
import { currentSessionId, panes } from '../state/panes.ts';
import { lastSpeaker, transcript, transcriptOf } from '../state/transcript.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Toolbar, ToolbarSpace } from '../ui/toolbar.tsx';
import { CommandConsole } from './console/command-console.tsx';
import styles from './transcript-panel.module.css';
import { TranscriptRow } from './transcript-row.tsx';

/** Pixels of one line, the same as in the style sheet. */
const LINE_HEIGHT = 20;
/** So near to the end counts as being there: new lines scroll along. */
const NEAR_END = 8;

/** The control dialogue of the session that is shown, or else of the last one that spoke; newest line last. */
export const TranscriptPanel = () => {
  const { t } = useTranslation('transcript');
  const currentId = useStore(panes, currentSessionId);
  const lastId = useStore(transcript, lastSpeaker);
  const sessionId = currentId ?? lastId;
  const { lines, missing, version } = useStore(transcript, (state) => transcriptOf(state, sessionId));
  const scroller = useRef<HTMLDivElement>(null);
  const [following, setFollowing] = useState(true);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_HEIGHT,
    overscan: 20,
  });

  // The log gives room to the help on a command that is being typed.
  const height = rows.scrollRect?.height;

  // A window that was loaded again has heard nothing of the sessions that are there.
  useEffect(() => {
    if (sessionId !== null && transcriptOf(transcript.getState(), sessionId).lines.length === 0) {
      void loadTranscript(sessionId);
    }
    setFollowing(true);
  }, [sessionId]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for the lines, which grow in place
  useEffect(() => {
    if (following && lines.length > 0) rows.scrollToIndex(lines.length - 1, { align: 'end' });
  }, [following, version, lines.length, height]);

  return (
    <div className={styles.panel}>
      <Toolbar label={t('actions')}>
        {missing > 0 ? <span className={styles.missing}>{t('missing', { count: missing })}</span> : null}
        <ToolbarSpace />
        <IconButton
          icon={ArrowDownToLine}
          size="small"
          label={t('toNewest')}
          disabled={following}
          onClick={() => setFollowing(true)}
        />
        <IconButton
          icon={Copy}
          size="small"
          label={t('copyAll')}
          disabled={lines.length === 0}
          onClick={() => void copyTranscript(lines)}
        />
      </Toolbar>
      <div
        ref={scroller}
        role="log"
        aria-label={t('name')}
        // Every line spoken would drown everything else; whoever wants to hear it reads it.
        aria-live="off"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className={styles.log}
        onScroll={(event) => {
          const { scrollTop, clientHeight, scrollHeight } = event.currentTarget;
          setFollowing(scrollHeight - scrollTop - clientHeight <= NEAR_END);
        }}
      >
        {lines.length === 0 ? (
          <EmptyState icon={ScrollText} title={t('empty')}>
            {t('emptyHint')}
          </EmptyState>
        ) : (
          <div className={styles.lines} style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map((item) => {
              const line = lines[item.index];
              return line ? <TranscriptRow key={line.number} line={line} top={item.start} /> : null;
            })}
          </div>
        )}
      </div>
      <CommandConsole key={currentId} sessionId={currentId} />
    </div>
  );
};
