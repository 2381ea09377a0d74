import type { TFunction } from 'i18next';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { TransferView } from '#shared/model/transfer.ts';
import { formatDuration } from '../format/format-duration.ts';
import { formatCount } from '../format/format-size.ts';
import { formatMoment } from '../format/format-time.ts';
import { application } from '../state/application.ts';
import { type StateWords, stateWords } from './state-words.ts';

/** The state of a transfer in the language shown; a pause before the next try counts down. */
export const useStateWords = (view: TransferView): string => {
  const { t } = useTranslation('transfers');
  const locale = useStore(application, (state) => state.formatLocale);
  const words = stateWords(view, useNow(view.state === 'waiting' && view.waitsFor === 'retry'));
  return said(words, t, locale);
};

const said = (words: StateWords, t: TFunction<'transfers'>, locale: string): string => {
  const count = (number: number): string => formatCount(number, locale);
  switch (words.key) {
    case 'overConnections':
      return t(words.key, { number: count(words.connections) });
    case 'filesOf':
      return t(words.key, { finished: count(words.finished), files: count(words.files) });
    case 'filesOfFailed':
      return t(words.key, {
        finished: count(words.finished),
        files: count(words.files),
        failed: count(words.failed),
      });
    case 'waitsFor.time':
      return t(words.key, { time: formatMoment(words.atMs, locale, Date.now()) });
    case 'waitsFor.retry':
      return t(words.key, { time: formatDuration(words.inMs, locale), attempt: count(words.attempt) });
    case 'waitsFor.retryNow':
      return t(words.key, { attempt: count(words.attempt) });
    default:
      return t(words.key);
  }
};

const SECOND_MS = 1_000;

/** Milliseconds since the epoch, each second anew where somebody counts them. */
const useNow = (counting: boolean): number => {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!counting) return;
    const clock = setInterval(() => setNow(Date.now()), SECOND_MS);
    return () => clearInterval(clock);
  }, [counting]);
  return now;
};
