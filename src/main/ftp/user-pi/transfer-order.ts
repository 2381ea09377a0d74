import type { Pathname } from '#shared/ftp/pathname.ts';
import type { Reply } from '#shared/ftp/reply.ts';
import type { LocalForm, TransferParameters } from '#shared/ftp/transfer-parameters.ts';
import type { Allocation, ByteCounter, Checkpoint, DataSink, DataSource, Extent, Pace } from '../engine.ts';

/** One transfer command and what it moves. */
export interface TransferOrder {
  readonly verb: string;
  readonly argument: string | null;
  /** CWD there first; null: it does not matter where. */
  readonly directory: Pathname | null;
  readonly parameters: TransferParameters;
  readonly form: LocalForm;
  /** Whether the bytes go through unconverted whatever the type, as those of a listing do. */
  readonly asIs: boolean;
  /** REST; null: from the start. */
  readonly start: Checkpoint | null;
  /** How much is wanted of what is received; left out or null: all there is. */
  readonly extent?: Extent | null;
  readonly moves: { readonly to: DataSink } | { readonly from: DataSource };
  /** Whether it will take long; left out: not. */
  readonly long?: boolean;
  readonly counter: ByteCounter;
  /** Left out or null: as fast as it goes, as listings do. */
  readonly pace?: Pace | null;
  readonly signal: AbortSignal | null;
  /** Called right before the transfer command goes out; throws where it is not to any more. */
  readonly beforeCommand?: () => void;
  /** ALLO before the transfer command; left out or null: none. */
  readonly allocate?: Allocation | null;
  readonly onCheckpoint: ((checkpoint: Checkpoint) => void) | null;
  /** Told of each preliminary reply to the transfer command. */
  readonly onPreliminary?: (reply: Reply) => void;
}
