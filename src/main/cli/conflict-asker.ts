import type { ConflictAction } from '#shared/model/conflict-rule.ts';
import type { PromptAnswer } from '#shared/model/prompt.ts';
import type { Asker, Question } from '../prompts/asker.ts';
import type { ConflictPolicy } from './conflict-policy.ts';
import type { Terminal } from './terminal.ts';

/**
 * Answers what the rules of --overwrite leave open about files that are there already, as the person at the terminal does.
 * Where nobody can be asked, what is there stays. A policy about files of the same name says nothing of one whose name is
 * another: that one stays, and the new one gets a free name.
 */
export const conflictAsker = (policy: ConflictPolicy, terminal: Terminal): Asker => ({
  ask: async (question) => {
    if (question.kind !== 'conflict') return { kind: 'dismissed' };
    if (question.otherName !== null && policy !== 'ask') return answer(question, 'rename', 'file');
    return terminal.isInteractive ? await askPerson(question, terminal) : answer(question, 'skip', 'file');
  },
});

type Conflict = Extract<Question, { kind: 'conflict' }>;
type ConflictAnswer = Extract<PromptAnswer, { kind: 'conflict' }>;

const answer = (question: Conflict, action: ConflictAction, scope: ConflictAnswer['scope']): ConflictAnswer => ({
  kind: 'conflict',
  action,
  scope,
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
    return answer(question, action, letter === letter.toLowerCase() ? 'file' : 'batch');
  }
};
