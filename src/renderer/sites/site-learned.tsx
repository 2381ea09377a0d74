import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LearnedEntry } from '#shared/model/learned-fact.ts';
import { forgetServer, learnedAbout } from '../actions/learned-servers.ts';
import { Button } from '../ui/button.tsx';
import styles from './site-editor.module.css';

interface SiteLearnedProps {
  readonly host: string;
  readonly port: number;
}

/** What earlier connections have found out about the server, and the way to have it found out anew. */
export const SiteLearned = ({ host, port }: SiteLearnedProps) => {
  const { t } = useTranslation('sites');
  const [facts, setFacts] = useState<readonly LearnedEntry[]>([]);
  const [forgotten, setForgotten] = useState(false);
  const words = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    let wanted = true;
    void learnedAbout(host, port).then((known) => {
      if (wanted) setFacts(known);
    });
    return () => {
      wanted = false;
    };
  }, [host, port]);

  // The button that was pressed is gone, and the focus with it.
  useEffect(() => {
    if (forgotten) words.current?.focus();
  }, [forgotten]);

  if (facts.length === 0) return null;
  return (
    <section className={styles.learned} aria-labelledby="learned">
      <h3 id="learned">{t('learned.title')}</h3>
      {forgotten ? (
        <p ref={words} tabIndex={-1}>
          {t('learned.forgotten')}
        </p>
      ) : (
        <>
          <ul>
            {facts.map(({ fact, value }) => (
              <li key={fact}>{t(`learned.fact.${fact}`, { value })}</li>
            ))}
          </ul>
          <Button size="small" onClick={() => void forgetServer(host, port).then(setForgotten)}>
            {t('learned.forget')}
          </Button>
        </>
      )}
    </section>
  );
};
