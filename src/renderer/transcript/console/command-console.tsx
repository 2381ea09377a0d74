import { BookOpenText } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { SessionId } from '#shared/model/session.ts';
import { loadCommands } from '../../actions/console.ts';
import { sessions } from '../../state/sessions.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import styles from './command-console.module.css';
import { CommandList } from './command-list.tsx';
import { ConsoleHelp } from './console-help.tsx';
import { isSecret } from './typed-line.ts';
import { useConsoleLine } from './use-console-line.ts';

/** Where a person types commands to the server of the session shown; what comes of them is in the transcript above. */
export const CommandConsole = ({ sessionId }: { readonly sessionId: SessionId | null }) => {
  const { t } = useTranslation('transcript');
  const status = useStore(
    sessions,
    (state) => state.sessions.find((session) => session.sessionId === sessionId)?.status ?? 'closed',
  );
  const console = useConsoleLine(sessionId);
  const [listed, setListed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const labelId = useId();
  const helpId = useId();
  const connected = status === 'connected';

  useEffect(() => {
    if (connected) void loadCommands();
  }, [connected]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.nativeEvent.isComposing) return;
    if (event.key === 'F1') setListed(true);
    else if (event.key === 'ArrowUp') console.lookBack(1);
    else if (event.key === 'ArrowDown') console.lookBack(-1);
    else if (event.key !== 'Tab' || !console.completeVerb()) return;
    event.preventDefault();
  };

  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void console.send();
  };

  return (
    <form className={styles.console} aria-labelledby={labelId} onSubmit={onSubmit}>
      <div className={styles.row}>
        <label id={labelId} htmlFor={`${labelId}-field`} className={styles.label}>
          {t('console.label')}
        </label>
        <div className={styles.field}>
          <TextInput
            ref={field}
            id={`${labelId}-field`}
            type={isSecret(console.line) ? 'password' : 'text'}
            aria-describedby={helpId}
            disabled={!connected}
            placeholder={connected ? '' : t(status === 'lost' ? 'console.lost' : 'console.notConnected')}
            value={console.line}
            onChange={(event) => console.type(event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </div>
        <IconButton
          icon={BookOpenText}
          label={t('console.all')}
          shortcut="F1"
          type="button"
          disabled={!connected}
          onClick={() => setListed(true)}
        />
      </div>
      <div id={helpId} className={styles.help}>
        {connected ? <ConsoleHelp console={console} /> : null}
      </div>
      {listed ? (
        <CommandList
          onClose={() => setListed(false)}
          finalFocus={field}
          onChoose={({ verb, argument }) => {
            console.type(argument === '' ? verb : `${verb} `);
            setListed(false);
          }}
        />
      ) : null}
    </form>
  );
};
