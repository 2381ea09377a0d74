import { Bookmark, Unplug } from 'lucide-react';
import { type ClipboardEvent, type FormEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { defaultPort } from '#shared/model/connection.ts';
import { cancelAttempt, connect, disconnectCurrent } from '../actions/connections.ts';
import { addCurrentAsSite } from '../actions/sites.ts';
import { connectionAttempt } from '../state/connection-attempt.ts';
import { ANONYMOUS_USER, isSameLogin, readHost, readPort, settingsOf } from '../state/connection-draft.ts';
import { reportFault } from '../state/faults.ts';
import { currentSessionId, panes } from '../state/panes.ts';
import { changeQuickConnect, quickConnect } from '../state/quick-connect.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import { sites } from '../state/sites.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { useEscape } from '../ui/use-escape.ts';
import styles from './quick-connect.module.css';
import { SecuritySelect } from './security-select.tsx';

/** One line to connect with: Enter connects from every field, and a pasted URL fills them all. */
export const QuickConnect = () => {
  const { t } = useTranslation('sites');
  const { t: ui } = useTranslation('ui');
  const { draft, passwordHeld, focusAsked } = useStore(quickConnect);
  const connecting = useStore(connectionAttempt, (state) => state.attempt !== null);
  const currentId = useStore(panes, currentSessionId);
  const session = useStore(sessions, (state) => sessionOf(state, currentId));
  const saved = useStore(sites, (state) =>
    state.sites.some((site) => session !== null && isSameLogin(site.settings, session.settings)),
  );
  const host = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (focusAsked > 0) host.current?.select();
  }, [focusAsked]);

  useEscape(connecting, cancelAttempt);

  /** Takes apart what stands in the host field; null where it is not one. */
  const spread = (text: string) => {
    const read = readHost({ ...quickConnect.getState().draft, host: text });
    if (!read.ok) {
      reportFault(read.fault);
      return null;
    }
    changeQuickConnect(read.value.draft);
    if (read.value.password !== null && password.current) password.current.value = read.value.password;
    return read.value.draft;
  };

  const onPaste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text').trim();
    if (!/^ftp(s|es)?:\/\//i.test(text)) return;
    event.preventDefault();
    spread(text);
  };

  const onSubmit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (connecting) return;
    const typed = password.current?.value ?? '';
    const read = passwordHeld ? draft : spread(draft.host);
    const settings = read ? settingsOf(read) : null;
    if (!settings) return host.current?.focus();
    // A password in the URL has gone into its field by now.
    const given = password.current?.value || typed;
    const stands = await connect({ settings, password: given === '' ? null : given, siteId: null });
    // What main held for the link has been used up, whatever came of it.
    changeQuickConnect({});
    if (stands && password.current) password.current.value = '';
    // The button that was pressed is gone, and the focus with it.
    if (!stands && document.activeElement === document.body) host.current?.focus();
  };

  const portWrong = readPort(draft.port, draft.security) === null;
  return (
    <form className={styles.bar} aria-label={t('quickConnect')} onSubmit={(event) => void onSubmit(event)}>
      <div className={styles.host}>
        <TextInput
          ref={host}
          aria-label={t('host')}
          placeholder={t('hostPlaceholder')}
          value={draft.host}
          readOnly={connecting}
          onChange={(event) => changeQuickConnect({ host: event.currentTarget.value, remotePath: null })}
          onPaste={onPaste}
        />
      </div>
      <div className={styles.user}>
        <TextInput
          aria-label={t('user')}
          placeholder={ANONYMOUS_USER}
          value={draft.user}
          readOnly={connecting}
          onChange={(event) => changeQuickConnect({ user: event.currentTarget.value })}
        />
      </div>
      <div className={styles.user}>
        <TextInput
          ref={password}
          type="password"
          aria-label={t('password')}
          placeholder={passwordHeld ? t('passwordHeld') : t('password')}
          readOnly={connecting}
        />
      </div>
      <div className={styles.port}>
        <TextInput
          aria-label={t('port')}
          aria-invalid={portWrong}
          inputMode="numeric"
          placeholder={String(defaultPort(draft.security))}
          value={draft.port}
          readOnly={connecting}
          onChange={(event) => changeQuickConnect({ port: event.currentTarget.value })}
        />
      </div>
      <div className={styles.security}>
        <SecuritySelect
          label={t('security')}
          value={draft.security}
          disabled={connecting}
          onChange={(security) => changeQuickConnect({ security })}
        />
      </div>
      <div className={styles.go}>
        {connecting ? (
          // Its own key: a Connect button that had the focus must not turn into Cancel under the pressed key.
          <Button key="cancel" onClick={() => void cancelAttempt()}>
            {ui('cancel')}
          </Button>
        ) : (
          <Button
            key="connect"
            kind="primary"
            type="submit"
            disabled={draft.host.trim() === '' || portWrong}
            focusableWhenDisabled
          >
            {t('connect')}
          </Button>
        )}
      </div>
      <IconButton
        icon={Bookmark}
        label={t('saveCurrent')}
        disabled={session === null || saved}
        onClick={addCurrentAsSite}
      />
      <IconButton
        icon={Unplug}
        label={t('disconnect')}
        disabled={session === null}
        onClick={() => void disconnectCurrent()}
      />
    </form>
  );
};
