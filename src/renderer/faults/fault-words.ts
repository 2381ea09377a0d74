import { useTranslation } from 'react-i18next';
import type { Fault } from '#shared/fault.ts';
import { displayName } from '#shared/ftp/pathname.ts';
import { describeFault } from './describe-fault.ts';
import type { FaultDetail } from './fault-situation.ts';

/** A fault in the words of the language shown. */
export interface FaultWords {
  readonly title: string;
  /** What the person can do about it. */
  readonly remedy: string;
  readonly detail: FaultDetail | null;
  readonly canRetry: boolean;
}

/** Answers how to put a fault into words; changes with the language. */
export const useFaultWords = (): ((fault: Fault) => FaultWords) => {
  const { t } = useTranslation('faults');
  return (fault) => {
    const { situation, values, detail, canRetry } = describeFault(fault);
    // Hosts and paths come from outside: nothing in them may pass for a part of the sentence.
    const shown = {
      host: displayName(values.host ?? ''),
      source: displayName(values.source ?? ''),
      target: displayName(values.target ?? ''),
      port: values.port,
      path: displayName(values.path ?? ''),
    };
    return {
      title: t(`situations.${situation}.title`, shown),
      remedy: t(`situations.${situation}.remedy`, shown),
      detail,
      canRetry,
    };
  };
};
