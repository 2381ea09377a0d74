import type { TranscriptLine } from '#shared/model/transcript.ts';

const MARK = { command: '>', reply: '<', listing: '|', note: '*', error: '!' } as const;

/** One line as it stands in copied text: `10:00:00 [1] > RETR readme.txt`; connection 0 goes unmentioned. */
const lineText = (line: TranscriptLine): string => {
  const time = new Date(line.timeMs).toTimeString().slice(0, 8);
  const connection = line.connection === 0 ? '' : `[${line.connection}] `;
  return `${time} ${connection}${MARK[line.kind]} ${line.text}`;
};

/** Lines of a transcript as plain text to paste elsewhere. */
export const transcriptText = (lines: readonly TranscriptLine[]): string => lines.map(lineText).join('\n');
