import { type Fault, FaultError, toFault } from '#shared/fault.ts';
import { displayName } from '#shared/ftp/pathname.ts';
import type { SessionId } from '#shared/model/session.ts';
import { readFolderBetween } from '../folders/walk-between.ts';
import { readLocalFolder } from '../folders/walk-local.ts';
import { readRemoteFolder } from '../folders/walk-remote.ts';
import { sendBetween } from '../jobs/job-between.ts';
import { download } from '../jobs/job-download.ts';
import { upload } from '../jobs/job-upload.ts';
import { discardLeftover } from '../jobs/leftovers.ts';
import { priorityOf } from '../kept/rank.ts';
import { bytesHere } from '../moving/resume.ts';
import { verificationOf } from '../moving/verification.ts';
import type { ConflictFacts, Job, JobResult } from '../rows/job.ts';
import type { PartOwners } from '../rows/part-owners.ts';
import type { Ending, TransferRow } from '../rows/transfer-row.ts';
import type { SegmentWish } from '../segments/recruit.ts';
import type { TransferTable } from '../table/transfer-table.ts';
import { askInTurn } from './conflict-desk.ts';
import type { Holds } from './holds.ts';
import { concernsAll, pauseBeforeRetry, type RetryPlan } from './retry.ts';
import type { TransferDependencies } from './transfer-dependencies.ts';

/** What a row goes through: it is run, and by how that ended it is done, asked about, tried again or given up. */
export class RowWork {
  readonly #dependencies: TransferDependencies;
  readonly #table: TransferTable;
  readonly #holds: Holds;
  readonly #plan: RetryPlan;
  readonly #parts: Pick<PartOwners, 'isOfAnother'>;
  readonly #kept: boolean;
  readonly #wake: (sessionId: SessionId) => void;

  constructor(parts: {
    readonly dependencies: TransferDependencies;
    readonly table: TransferTable;
    readonly holds: Holds;
    readonly plan: RetryPlan;
    readonly parts: Pick<PartOwners, 'isOfAnother'>;
    /** Whether the queue outlasts the program. */
    readonly kept: boolean;
    readonly wake: (sessionId: SessionId) => void;
  }) {
    this.#dependencies = parts.dependencies;
    this.#table = parts.table;
    this.#holds = parts.holds;
    this.#plan = parts.plan;
    this.#parts = parts.parts;
    this.#kept = parts.kept;
    this.#wake = parts.wake;
  }

  /** Runs a row over a connection. Faults: see the jobs. */
  async run(work: Omit<Job, 'verification'>): Promise<JobResult> {
    const { row, session } = work;
    const job = { ...work, verification: verificationOf(session, this.#dependencies.preferences()) };
    if (row.refusal) throw new FaultError(row.refusal);
    if (row.direction === 'between') return row.kind === 'folder' ? readFolderBetween(job) : sendBetween(job);
    if (row.direction === 'download')
      return row.kind === 'folder' ? readRemoteFolder(job) : download(job, this.#segments());
    return row.kind === 'folder' ? readLocalFolder(job) : upload(job, this.#segments());
  }

  /** Over how many connections a large file goes, as the person wants it at the moment. */
  #segments(): SegmentWish {
    const { preferences, segmentsExactly = false } = this.#dependencies;
    return { most: preferences().segmentsPerFile, exactly: segmentsExactly };
  }

  /** The row ended without a fault. */
  settle(row: TransferRow, result: JobResult): void {
    const ending = row.run?.ending ?? null;
    const goesOn = result.kind === 'ask' || result.kind === 'again' || result.kind === 'later';
    if (goesOn && ending !== null) return void this.#end(row, ending);
    row.run = null;
    switch (result.kind) {
      case 'done':
        this.#done(row);
        break;
      case 'later':
        this.#table.setRank(row, this.#table.nextRank(priorityOf(row.rank)));
        this.putBack(row, null);
        break;
      case 'skipped':
      case 'unknown':
        row.fault = result.fault;
        this.#table.setState(row, result.kind);
        break;
      case 'again':
        this.putBack(row, null);
        break;
      case 'ask':
        void this.#ask(row, result.facts);
    }
  }

  /** The row ended with a fault: its own, or the person's doing. */
  async fail(row: TransferRow, fault: Fault): Promise<void> {
    const ending = row.run?.ending ?? null;
    if (ending !== null) return await this.#end(row, ending);
    row.run = null;
    const length = row.leftover?.kind === 'download' ? bytesHere(row.leftover) : row.transferred;
    if (length > row.tries.furthest) row.tries = { used: 0, furthest: length };
    const pause = pauseBeforeRetry(fault, row.tries.used, this.#plan.ofRow);
    if (pause === null) return this.#fail(row, fault);
    row.tries.used++;
    row.fault = fault;
    row.retriesMs = Date.now() + pause;
    row.pause = setTimeout(() => {
      row.pause = null;
      row.retriesMs = null;
      this.#table.startable(row);
      this.#wake(row.sessionId);
    }, pause);
    this.#table.setState(row, 'waiting');
  }

  /** Puts the row back into the queue as it was; `fault` tells why where there is something to tell. */
  putBack(row: TransferRow, fault: Fault | null): void {
    const ending = row.run?.ending ?? null;
    if (ending !== null) return void this.#end(row, ending);
    row.run = null;
    row.fault = fault;
    this.#table.setState(row, 'waiting');
  }

  /** The site of the row cannot be reached: the row has failed and the others of the site wait for the person. */
  giveUp(row: TransferRow, fault: Fault): void {
    row.run = null;
    this.#fail(row, fault);
    this.#holds.site(row.sessionId);
  }

  /** Takes the row back from whatever it waits for: a pause or a question. */
  release(row: TransferRow): void {
    if (row.pause !== null) clearTimeout(row.pause);
    Object.assign(row, { pause: null, retriesMs: null });
    row.question?.abort();
    row.question = null;
  }

  /** Removes what the row left half done; a fault of that is told in the transcript, and what is left stays told in the row. */
  async discard(row: TransferRow): Promise<void> {
    const session = this.#dependencies.sessions.get(row.sessionId);
    try {
      if (this.#parts.isOfAnother(row)) row.leftover = null;
      else await discardLeftover(row, session);
    } catch (thrown) {
      session?.note(
        `A part of ${displayName(row.name)} could not be removed: ${new FaultError(toFault(thrown, 'finishing')).message}`,
      );
    } finally {
      this.#table.changed(row);
    }
  }

  #done(row: TransferRow): void {
    if (row.kind === 'folder') {
      row.pending = [];
      const { files, finished, failed } = this.#table.folder(row);
      this.#table.setState(row, finished + failed < files ? 'moving' : 'done');
    } else {
      row.pending = null;
      this.#table.setState(row, 'done');
    }
  }

  #fail(row: TransferRow, fault: Fault): void {
    // Another row at work beside it met the same, and has told.
    if (concernsAll(fault) && this.#holds.holds(row, row.sessionId)) {
      this.#table.setState(row, 'paused');
      return;
    }
    const allSent = row.leftover?.kind === 'upload' && row.leftover.allSent;
    row.fault = fault;
    // Where the server said no there is nothing unknown: what was sent is not in its place.
    this.#table.setState(row, allSent && fault.kind !== 'reply' ? 'unknown' : 'failed');
    this.#holds.after(row, fault);
  }

  async #end(row: TransferRow, ending: Ending): Promise<void> {
    row.run = null;
    row.fault = null;
    // It goes on where it was, and nothing has failed.
    if (ending === 'interrupted') return this.#table.setState(row, 'waiting');
    // What is kept waits for the next run of the program.
    this.#table.setState(row, ending === 'stopped' ? (this.#kept ? 'waiting' : 'paused') : ending);
    if (ending === 'cancelled' || (ending === 'stopped' && !this.#kept)) await this.discard(row);
  }

  async #ask(row: TransferRow, facts: ConflictFacts): Promise<void> {
    const question = new AbortController();
    row.question = question;
    this.#table.setState(row, 'asking');
    try {
      const answer = await askInTurn(this.#dependencies, row, facts, this.#table.openIn(row.batch), question.signal);
      if (row.question !== question) return;
      row.question = null;
      if (answer.kind === 'dismissed') {
        row.fault = { kind: 'refused-here', stage: 'preparing', reason: 'declined', detail: '' };
        this.#table.setState(row, 'skipped');
        return;
      }
      if (answer.kind === 'decided') row.decision = { action: answer.action, newName: answer.newName };
      this.#table.setState(row, 'waiting');
      this.#wake(row.sessionId);
    } catch (thrown) {
      if (row.question !== question) return;
      row.question = null;
      this.#fail(row, toFault(thrown, 'preparing'));
    }
  }
}
