import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { schedule } from '../actions/transfers.ts';
import { fromDateTimeField, toDateTimeField } from '../format/date-time-field.ts';
import { closeStartDialog, startDialog } from '../state/start-dialog.ts';
import { focusedTransfer, shownView, transfers } from '../state/transfers.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { TextInput } from '../ui/text-input.tsx';

const HOUR_MS = 3_600_000;

/** Asks when the selected transfers are to begin, where somebody wanted that. */
export const StartDialogHost = () => (useStore(startDialog, (state) => state.open) ? <StartDialog /> : null);

const StartDialog = () => {
  const { t } = useTranslation(['transfers', 'ui']);
  const [text, setText] = useState(() => toDateTimeField(firstOffer(Date.now())));
  const startsMs = fromDateTimeField(text);
  const problem = startsMs === null ? t('start.noTime') : startsMs <= Date.now() ? t('start.past') : undefined;
  const start = (): void => {
    if (startsMs === null || problem !== undefined) return;
    void schedule(startsMs);
    closeStartDialog();
  };
  return (
    <Dialog
      open
      onClose={closeStartDialog}
      title={t('start.title')}
      description={t('start.description')}
      onSubmit={start}
      buttons={
        <>
          <Button onClick={closeStartDialog}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" disabled={problem !== undefined}>
            {t('start.confirm')}
          </Button>
        </>
      }
    >
      <Field label={t('start.at')} error={problem}>
        <TextInput type="datetime-local" value={text} onValueChange={setText} />
      </Field>
    </Dialog>
  );
};

/** What holds already, else the next full hour. */
const firstOffer = (nowMs: number): number =>
  focusedTransfer(shownView(transfers.getState()))?.startsMs ?? Math.ceil((nowMs + 1) / HOUR_MS) * HOUR_MS;
