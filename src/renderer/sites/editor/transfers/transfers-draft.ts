import { meaningless } from '#shared/ftp/transfer-meaning.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';

/** How files are moved. */
export type TransfersDraft = Pick<ConnectionSettings, 'transfer' | 'allocate' | 'transferPolicy'>;

export type TransfersField = 'transfer';

export const transfersDraftOf = ({ transfer, allocate, transferPolicy }: TransfersDraft): TransfersDraft => ({
  transfer,
  allocate,
  transferPolicy,
});

export const transfersProblems = ({ transfer }: TransfersDraft): readonly TransfersField[] =>
  meaningless(transfer) === null ? [] : ['transfer'];
