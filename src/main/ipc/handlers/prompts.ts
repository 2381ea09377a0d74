import type * as contract from '#shared/contract/prompts.ts';
import type { PromptDesk } from '../../prompts/prompt-desk.ts';
import type { Handlers } from '../handlers.ts';

export const promptHandlers = (desk: PromptDesk): Handlers<typeof contract> => ({
  answerPrompt: ({ id, answer }) => {
    desk.answer(id, answer);
    return null;
  },
  listPrompts: () => desk.open(),
});
