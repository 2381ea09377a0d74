import { useEffect, useState } from 'react';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { LearnedEntry } from '#shared/model/learned-fact.ts';
import { forgetServer, learnedAbout } from '../../../actions/learned-servers.ts';

interface Learned {
  /** Null until it has been read. */
  readonly known: readonly LearnedEntry[] | null;
  /** Whether what was known has been forgotten since the page was opened. */
  readonly forgotten: boolean;
  readonly forget: () => void;
}

/** What is kept of what was learned about a server; nothing about one that nobody has named yet. */
export const useLearned = (server: Pick<ConnectionSettings, 'host' | 'port'> | null): Learned => {
  const [known, setKnown] = useState<readonly LearnedEntry[] | null>(server === null ? [] : null);
  const [forgotten, setForgotten] = useState(false);
  const host = server?.host;
  const port = server?.port;

  useEffect(() => {
    if (host === undefined || port === undefined) return;
    let wanted = true;
    void learnedAbout(host, port).then((read) => {
      if (wanted) setKnown(read);
    });
    return () => {
      wanted = false;
    };
  }, [host, port]);

  const forget = async (): Promise<void> => {
    if (host === undefined || port === undefined || !(await forgetServer(host, port))) return;
    // What is never forgotten is still there.
    setKnown(await learnedAbout(host, port));
    setForgotten(true);
  };

  return { known, forgotten, forget: () => void forget() };
};
