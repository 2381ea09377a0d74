import { meaningless } from '#shared/ftp/transfer-meaning.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';
import { application } from '../../../state/application.ts';
import { readTypedSpeed, typedSpeed } from '../../../transfers/policy/speed-draft.ts';

type TransfersPart = Pick<ConnectionSettings, 'transfer' | 'allocate' | 'transferPolicy'>;

/** How files are moved, and how many and how fast. */
export interface TransfersDraft extends TransfersPart {
  /** Speeds as text, in place of those of `transferPolicy`. */
  readonly down: string;
  readonly up: string;
}

export type TransfersField = 'transfer' | 'down' | 'up';

export const transfersDraftOf = ({ transfer, allocate, transferPolicy }: TransfersPart): TransfersDraft => {
  const { formatLocale } = application.getState();
  const { down, up } = transferPolicy.speeds;
  return {
    transfer,
    allocate,
    transferPolicy,
    down: typedSpeed(down, formatLocale),
    up: typedSpeed(up, formatLocale),
  };
};

export const transfersProblems = ({ transfer, down, up }: TransfersDraft): readonly TransfersField[] => {
  const wrong: TransfersField[] = [];
  if (meaningless(transfer) !== null) wrong.push('transfer');
  if (readTypedSpeed(down) === 'wrong') wrong.push('down');
  if (readTypedSpeed(up) === 'wrong') wrong.push('up');
  return wrong;
};

export const transfersSettings = ({ down, up, ...part }: TransfersDraft): TransfersPart => ({
  ...part,
  transferPolicy: { ...part.transferPolicy, speeds: { down: speedOf(down), up: speedOf(up) } },
});

const speedOf = (text: string): number | null => {
  const speed = readTypedSpeed(text);
  return speed === 'wrong' ? null : speed;
};
