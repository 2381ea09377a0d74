import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { displayName } from '#shared/ftp/pathname.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import { featuresOf } from '../../../actions/connections.ts';
import { isSameLogin } from '../../../state/connection-draft.ts';
import { sessions } from '../../../state/sessions.ts';
import profile from './profile-page.module.css';

/** What the server says it can do (FEAT), as long as a connection to it stands. */
export const ServerFeatures = ({ settings }: { readonly settings: ConnectionSettings }) => {
  const { t } = useTranslation('sites');
  const sessionId = useStore(
    sessions,
    (state) =>
      state.sessions.find((each) => each.status === 'connected' && isSameLogin(each.settings, settings))?.sessionId ??
      null,
  );
  const [features, setFeatures] = useState<readonly string[]>([]);
  useEffect(() => {
    let wanted = true;
    const reading = sessionId === null ? Promise.resolve([]) : featuresOf(sessionId);
    void reading.then((read) => {
      if (wanted) setFeatures(read);
    });
    return () => {
      wanted = false;
    };
  }, [sessionId]);
  if (features.length === 0) return null;
  return (
    <section aria-labelledby="features">
      <h3 id="features">{t('learned.features')}</h3>
      <ul className={profile.features}>
        {features.map((feature) => (
          <li key={feature}>{displayName(feature)}</li>
        ))}
      </ul>
    </section>
  );
};
