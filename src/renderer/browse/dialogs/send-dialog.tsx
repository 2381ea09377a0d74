import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { displayName } from '#shared/ftp/pathname.ts';
import { meaningless } from '#shared/ftp/transfer-meaning.ts';
import { DEFAULT_TRANSFER_CHOICE } from '#shared/ftp/transfer-parameters.ts';
import { siteChoice } from '../../actions/send-with-options.ts';
import { sendEntries } from '../../actions/transfer.ts';
import { closeBrowseDialog } from '../../state/dialogs.ts';
import { usable } from '../../state/entries.ts';
import type { ListedEntry } from '../../state/listing/listing-table.ts';
import type { Place } from '../../state/place.ts';
import { sendingFromTo } from '../../state/sending.ts';
import { TransferChoiceFields } from '../../transfers/choice/transfer-choice-fields.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface SendDialogProps {
  readonly from: Place;
  readonly to: Place;
  readonly entries: readonly ListedEntry[];
}

/** Asks how these transfers, and only these, are to be carried out. */
export const SendDialog = ({ from, to, entries }: SendDialogProps) => {
  const { t } = useTranslation(['browse', 'ui']);
  const [choice, setChoice] = useState(() => siteChoice(from, to) ?? DEFAULT_TRANSFER_CHOICE);
  const chosen = usable(entries);
  const [first] = chosen;
  const sending = sendingFromTo(from, to) ?? 'move';
  if (sending === 'move') return null;
  const send = (): void => {
    if (meaningless(choice) !== null) return;
    closeBrowseDialog();
    void sendEntries(entries, from, to, choice);
  };
  return (
    <Dialog
      open
      onClose={closeBrowseDialog}
      size="medium"
      title={
        chosen.length === 1 && first
          ? t(`sendOptions.${sending}One`, { name: displayName(first.shown) })
          : t(`sendOptions.${sending}Many`, { count: chosen.length })
      }
      description={t('sendOptions.words')}
      onSubmit={send}
      buttons={
        <>
          <Button onClick={closeBrowseDialog}>{t('ui:cancel')}</Button>
          <Button kind="primary" type="submit" disabled={meaningless(choice) !== null}>
            {t(`sendOptions.${sending}`)}
          </Button>
        </>
      }
    >
      <TransferChoiceFields value={choice} onChange={setChoice} />
    </Dialog>
  );
};
