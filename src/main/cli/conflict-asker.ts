import type { PromptAnswer } from '#shared/model/prompt.ts';
import type { ConflictAction } from '#shared/model/transfer.ts';
import type { Asker, Question } from '../prompts/asker.ts';
import { actionFor } from './conflict-policy.ts';
import type { CommandOptions } from './options.ts';
import type { Terminal } from './terminal.ts';

/**
 * Answers the transfer queue's questions about files that are there already: as --overwrite says, and where it says
 * to ask, as the person at the terminal does. Where nobody can be asked, what is there stays.
 */
export const conflictAsker = (options: CommandOptions, terminal: Terminal): Asker => {
  const policy = options.overwrite ?? (terminal.isInteractive ? 'ask' : 'never');
  return {
    ask: async (question) => {
      if (question.kind !== 'conflict') return { kind: 'dismissed' };
      const action = forFile(question, actionFor(policy, options.resume, question));
      if (action !== 'ask') return answer(question, action, false);
      return terminal.isInteractive ? await askPerson(question, terminal) : answer(question, 'skip', false);
    },
  };
};

/** A policy about files of the same name says nothing of one whose name is another: that one stays. */
const forFile = ({ otherName }: Conflict, action: ConflictAction | 'ask'): ConflictAction | 'ask' =>
  otherName !== null && (action === 'overwrite' || action === 'resume') ? 'rename' : action;

type Conflict = Extract<Question, { kind: 'conflict' }>;

const answer = (question: Conflict, action: ConflictAction, applyToAll: boolean): PromptAnswer => ({
  kind: 'conflict',
  action,
  applyToAll,
  newName: action === 'rename' ? question.freeName : null,
});

const ACTIONS: Readonly<Record<string, ConflictAction>> = { o: 'overwrite', r: 'resume', n: 'rename', s: 'skip' };

/** A capital letter means all that are still to come. */
const askPerson = async (question: Conflict, terminal: Terminal): Promise<PromptAnswer> => {
  const resume = question.canResume ? ', (r)esume' : '';
  const words = `${question.targetPath} is there${question.otherName === null ? '' : ` as ${question.otherName}`}: (o)verwrite${resume}, take a (n)ew name, (s)kip; in capitals for all? `;
  for (;;) {
    const letter = (await terminal.ask(words)).trim();
    const action = ACTIONS[letter.toLowerCase()];
    if (action === undefined || (action === 'resume' && !question.canResume)) continue;
    return answer(question, action, letter !== letter.toLowerCase());
  }
};
