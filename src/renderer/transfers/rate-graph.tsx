import type { TFunction } from 'i18next';
import { memo, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { RateHistory } from '#shared/model/transfer.ts';
import { refreshRates } from '../actions/read-rates.ts';
import { formatSize } from '../format/format-size.ts';
import { application } from '../state/application.ts';
import { rates } from '../state/rates.ts';
import { GRAPH_HEIGHT, rateLines } from './graph-of.ts';
import styles from './rate-graph.module.css';

const SECOND_MS = 1_000;

/** How fast it went in the last five minutes, down and up. Nobody is asked while it is not in sight. */
export const RateGraph = memo(() => {
  const { t } = useTranslation('transfers');
  const locale = useStore(application, (state) => state.formatLocale);
  const history = useStore(rates, (state) => state.history);
  const box = useRef<HTMLDivElement>(null);
  const inSight = useInSight(box);
  useEffect(() => {
    if (!inSight) return;
    const look = (): void => {
      if (!document.hidden) void refreshRates();
    };
    look();
    const clock = setInterval(look, SECOND_MS);
    return () => clearInterval(clock);
  }, [inSight]);
  const moved = history !== null && [...history.down, ...history.up].some((bytes) => bytes > 0);
  return (
    <div ref={box} className={styles.box}>
      {history !== null && moved && inSight ? <Lines history={history} locale={locale} t={t} /> : null}
    </div>
  );
});

interface LinesProps {
  readonly history: RateHistory;
  readonly locale: string;
  readonly t: TFunction<'transfers'>;
}

const Lines = ({ history, locale, t }: LinesProps) => {
  const { down, up, downArea, most } = rateLines(history);
  const words = (values: readonly number[]): string => formatSize(Math.round(Math.max(...values)), locale);
  const label = t('graph.label', { down: words(history.down), up: words(history.up) });
  const top = t('perSecond', { size: formatSize(most, locale) });
  return (
    <>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${history.down.length - 1} ${GRAPH_HEIGHT}`}
        preserveAspectRatio="none"
        className={styles.lines}
      >
        <title>{label}</title>
        <path d={downArea} className={styles.area} />
        <path d={down} className={styles.down} />
        <path d={up} className={styles.up} />
      </svg>
      <span aria-hidden className={styles.most}>
        {top}
      </span>
    </>
  );
};

/** Whether an element can be seen: not where its place gives it no room. */
const useInSight = (element: RefObject<HTMLElement | null>): boolean => {
  const [inSight, setInSight] = useState(false);
  useEffect(() => {
    if (!element.current) return;
    const observer = new IntersectionObserver(([entry]) => setInSight(entry?.isIntersecting ?? false));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return inSight;
};
