import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { LearnedFact } from '#shared/model/learned-fact.ts';
import { Button } from '../../../ui/button.tsx';
import { Disclosure } from '../../../ui/disclosure.tsx';
import styles from '../editor.module.css';
import type { PageProps } from '../page-props.ts';
import { FactRow } from './fact-row.tsx';
import { FACT_TOPICS, factsOn, inOrder, isOverridable } from './fact-table.ts';
import { isSet } from './profile-draft.ts';
import profile from './profile-page.module.css';
import { ServerFeatures } from './server-features.tsx';
import { useLearned } from './use-learned.ts';

interface ProfilePageProps extends PageProps<'profile'> {
  /** The server as it was before anything was changed; null where there is none yet. */
  readonly saved: ConnectionSettings | null;
  /** The button that has the connection examined. */
  readonly check: ReactNode;
}

/** What connections have found out about the server, what showed it, and what is to hold whatever they find. */
export const ProfilePage = ({ draft, change, problems, saved, check }: ProfilePageProps) => {
  const { t } = useTranslation('sites');
  const { known, forgotten, forget } = useLearned(saved);
  const [all, setAll] = useState(false);
  // A row that is being set stays where it is.
  const [opened] = useState(draft);
  const words = useRef<HTMLParagraphElement>(null);

  // The button that was pressed is gone, and the focus with it.
  useEffect(() => {
    if (forgotten) words.current?.focus();
  }, [forgotten]);

  if (known === null) return null;
  const learned = new Map(known.map((entry) => [entry.fact, entry]));
  const isShown = (fact: LearnedFact): boolean => learned.has(fact) || (isOverridable(fact) && isSet(opened, fact));
  const rowOf = (fact: LearnedFact) => (
    <FactRow
      key={fact}
      fact={fact}
      entry={learned.get(fact)}
      draft={draft}
      change={change}
      wrong={problems.some((wrong) => wrong === fact)}
    />
  );
  const shown = inOrder([...learned.keys(), ...FACT_TOPICS.flatMap(factsOn).filter(isShown)]);
  return (
    <div className={styles.fields}>
      <section className={profile.learned} aria-labelledby="learned">
        <div className={profile.head}>
          <h3 id="learned">{t('learned.title')}</h3>
          <div className={profile.buttons}>
            {known.every(({ fact }) => fact === 'hadTls') ? null : (
              <Button size="small" onClick={forget}>
                {t('learned.forget')}
              </Button>
            )}
            {check}
          </div>
        </div>
        {forgotten ? (
          <p ref={words} tabIndex={-1} className={styles.quiet}>
            {t('learned.forgotten')}
          </p>
        ) : null}
        {!forgotten && known.length === 0 ? <p className={styles.quiet}>{t('learned.nothing')}</p> : null}
        <ul className={profile.rows}>{shown.map(rowOf)}</ul>
      </section>
      {saved === null ? null : <ServerFeatures settings={saved} />}
      <Disclosure label={t('learned.all')} open={all} onChange={setAll}>
        <div className={styles.fields}>
          <p className={styles.quiet}>{t('learned.allWords')}</p>
          {FACT_TOPICS.map((topic) => (
            <section key={topic} aria-labelledby={`learned-${topic}`}>
              <h4 id={`learned-${topic}`} className={profile.topic}>
                {t(`learned.topic.${topic}`)}
              </h4>
              <ul className={profile.rows}>
                {factsOn(topic)
                  .filter((fact) => !isShown(fact))
                  .map(rowOf)}
              </ul>
            </section>
          ))}
        </div>
      </Disclosure>
    </div>
  );
};
