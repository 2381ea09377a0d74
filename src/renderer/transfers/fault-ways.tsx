import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { advice } from '#shared/advice.ts';
import type { Fault } from '#shared/fault.ts';
import type { TransferView } from '#shared/model/transfer.ts';
import { reconnectSession } from '../actions/connections.ts';
import { canShowPlace, showTransferPlace } from '../actions/show-transfer-place.ts';
import { commandTransfers, retryInTheClear } from '../actions/transfers.ts';
import { FindOutWhy } from '../faults/find-out-why.tsx';
import { askForAnotherName } from '../state/another-name.ts';
import { canBeExamined, subjectOfSession } from '../state/examination.ts';
import { sessionOf, sessions } from '../state/sessions.ts';
import { Button } from '../ui/button.tsx';
import { isAboutName } from './is-about-name.ts';

interface FaultWaysProps {
  readonly view: TransferView;
  readonly fault: Fault;
}

/** What can be done about a transfer that failed, each a button that does it. */
export const FaultWays = ({ view, fault }: FaultWaysProps) => {
  const { t } = useTranslation('transfers');
  const session = useStore(sessions, (state) => sessionOf(state, view.sessionId));
  const signIn = async (): Promise<void> => {
    if (await reconnectSession(view.sessionId)) await commandTransfers('retry');
  };
  return (
    <>
      {advice(fault) === 'sign-in' && session !== null ? (
        <Button size="small" onClick={() => void signIn()}>
          {t('ways.signIn')}
        </Button>
      ) : null}
      {view.waitsFor === 'retry' ? (
        <Button size="small" onClick={() => void commandTransfers('resume')}>
          {t('ways.tryNow')}
        </Button>
      ) : (
        <Button size="small" onClick={() => void commandTransfers('retry')}>
          {t('selected.retry')}
        </Button>
      )}
      {isAboutName(view, fault) ? (
        <Button size="small" onClick={() => askForAnotherName(view)}>
          {t('ways.anotherName')}
        </Button>
      ) : null}
      {fault.kind === 'between-servers' && fault.reason === 'not-encrypted' ? (
        <Button size="small" onClick={() => void retryInTheClear()}>
          {t('selected.retryInTheClear')}
        </Button>
      ) : null}
      {fault.kind === 'local-file' && canShowPlace(view, 'here') ? (
        <Button size="small" onClick={() => void showTransferPlace(view, 'here')}>
          {t('show.here')}
        </Button>
      ) : null}
      {fault.kind === 'reply' && canShowPlace(view, 'there') ? (
        <Button size="small" onClick={() => void showTransferPlace(view, 'there')}>
          {t('show.there')}
        </Button>
      ) : null}
      {session !== null && canBeExamined(fault) ? <FindOutWhy subject={subjectOfSession(session)} /> : null}
    </>
  );
};
