import { meaningless } from '#shared/ftp/transfer-meaning.ts';
import type { ConnectionSettings } from '#shared/model/connection.ts';

/** How files are moved. */
export type TransfersDraft = Pick<ConnectionSettings, 'transfer' | 'allocate'>;

export type TransfersField = 'transfer';

export const transfersDraftOf = ({ transfer, allocate }: TransfersDraft): TransfersDraft => ({ transfer, allocate });

export const transfersProblems = ({ transfer }: TransfersDraft): readonly TransfersField[] =>
  meaningless(transfer) === null ? [] : ['transfer'];
