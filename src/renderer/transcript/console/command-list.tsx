import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { KnownCommand } from '#shared/ftp/typed-command.ts';
import { commandConsole } from '../../state/console.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { moveFocusInList } from '../../ui/move-focus-in-list.ts';
import styles from './command-list.module.css';
import { isTypeable, useCommandWords } from './command-words.ts';

interface CommandListProps {
  readonly onClose: () => void;
  readonly onChoose: (command: KnownCommand) => void;
  /** What has the focus afterwards. */
  readonly finalFocus: RefObject<HTMLElement | null>;
}

/** All commands with their arguments, what they are for and where they are specified. */
export const CommandList = ({ onClose, onChoose, finalFocus }: CommandListProps) => {
  const { t } = useTranslation('transcript');
  const { t: ui } = useTranslation('ui');
  const commands = useStore(commandConsole, (state) => state.commands);
  const words = useCommandWords();
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={t('console.all')}
      description={t('console.allWords')}
      finalFocus={finalFocus}
      buttons={<Button onClick={onClose}>{ui('close')}</Button>}
    >
      <ul className={styles.list} aria-label={t('console.list')} onKeyDown={moveFocusInList}>
        {commands.map((command, index) => (
          <li key={command.verb}>
            <button
              type="button"
              data-list-item
              // The list is one stop for Tab; the arrow keys go on from there.
              tabIndex={index === 0 ? 0 : -1}
              className={styles.command}
              // It stays readable by keyboard, why it cannot be typed included.
              aria-disabled={!isTypeable(command)}
              onClick={() => {
                if (isTypeable(command)) onChoose(command);
              }}
            >
              <code className={styles.form}>
                <span className={styles.verb}>{command.verb}</span> {command.argument}
              </code>
              <span className={styles.purpose}>{words(command)}</span>
              <span className={styles.source}>{command.source}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
};
