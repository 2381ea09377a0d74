import { useTranslation } from 'react-i18next';
import type { KnownCommand } from '#shared/ftp/typed-command.ts';
import type { Words } from '../../locales/words.ts';

type DescribedVerb = keyof Words['commands'];

/** Whether it is sent when a person types it. */
export const isTypeable = ({ typed }: KnownCommand): boolean => typed === 'free' || typed === 'listing';

/** Answers what a command is for, or why it cannot be typed; changes with the language. */
export const useCommandWords = (): ((command: KnownCommand) => string) => {
  const { t } = useTranslation(['commands', 'transcript']);
  return ({ verb, typed }) => {
    // Every known verb has its words; a test holds the table against them.
    const purpose = t(verb as DescribedVerb);
    return typed === 'file' || typed === 'governed'
      ? `${purpose} ${t(`transcript:console.refused.${typed}`)}`
      : purpose;
  };
};
