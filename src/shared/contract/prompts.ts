import { z } from 'zod';
import { CONFLICT_ACTIONS } from '../model/conflict-rule.ts';
import type { Prompt } from '../model/prompt.ts';
import { answers, event, request } from './define.ts';
import { secret } from './fields.ts';

const answer = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('password'), password: secret, keep: z.boolean() }),
  z.strictObject({ kind: z.literal('account'), account: secret }),
  z.strictObject({ kind: z.enum(['plain-text', 'clear-data']) }),
  z.strictObject({ kind: z.literal('when-done') }),
  z.strictObject({ kind: z.literal('certificate'), trust: z.enum(['once', 'always']) }),
  z.strictObject({
    kind: z.literal('conflict'),
    action: z.enum(CONFLICT_ACTIONS),
    scope: z.enum(['file', 'batch', 'site']),
    newName: z.string().min(1).max(1_024).nullable(),
  }),
  z.strictObject({ kind: z.literal('dismissed') }),
]);

export const answerPrompt = request('prompts/answer', z.strictObject({ id: z.int(), answer }), answers<null>());

/** The questions that are open, oldest first, for a window that has just been loaded. */
export const listPrompts = request('prompts/list', z.strictObject({}), answers<readonly Prompt[]>());

/** All open questions, oldest first: a total, so that none is lost and an answered one goes away everywhere. */
export const promptsChanged = event('prompts/changed', 'latest', answers<readonly Prompt[]>());
