import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Prompt } from '#shared/model/prompt.ts';
import { answer } from '../actions/prompts.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';

const secondsUntil = (atMs: number): number => Math.max(0, Math.ceil((atMs - Date.now()) / 1_000));

/** Counts down to what was chosen for when all transfers are over; it happens unless the person says no. */
export const WhenDonePrompt = ({ prompt }: { readonly prompt: Extract<Prompt, { kind: 'when-done' }> }) => {
  const { t } = useTranslation('prompts');
  const { t: ui } = useTranslation('ui');
  const { id, whenDone, atMs } = prompt;
  const cancel = useRef<HTMLButtonElement>(null);
  const [seconds, setSeconds] = useState(() => secondsUntil(atMs));
  useEffect(() => {
    const timer = setInterval(() => setSeconds(secondsUntil(atMs)), 250);
    return () => clearInterval(timer);
  }, [atMs]);
  const dismiss = (): void => void answer(id, { kind: 'dismissed' });
  return (
    <Dialog
      open
      onClose={dismiss}
      stayOnOutsidePress
      title={t('whenDone.title')}
      // As its description, or nobody who only hears the dialog would learn what is about to happen.
      description={<p role="timer">{t(`whenDone.${whenDone}.words`, { count: seconds })}</p>}
      initialFocus={cancel}
      onSubmit={() => void answer(id, { kind: 'when-done' })}
      buttons={
        <>
          <Button ref={cancel} onClick={dismiss}>
            {ui('cancel')}
          </Button>
          <Button kind="primary" type="submit">
            {t(`whenDone.${whenDone}.now`)}
          </Button>
        </>
      }
    />
  );
};
