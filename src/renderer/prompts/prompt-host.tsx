import { useStore } from 'zustand';
import type { Prompt } from '#shared/model/prompt.ts';
import { prompts, promptToShow } from '../state/prompts.ts';
import { AccountPrompt } from './account-prompt.tsx';
import { CertificatePrompt } from './certificate-prompt.tsx';
import { ConflictPrompt } from './conflict-prompt.tsx';
import { PasswordPrompt } from './password-prompt.tsx';
import { UnencryptedPrompt } from './unencrypted-prompt.tsx';
import { WhenDonePrompt } from './when-done-prompt.tsx';

/** Puts the oldest open question before the person. Each question is drawn anew, so that no entry outlives it. */
export const PromptHost = () => {
  const prompt = useStore(prompts, promptToShow);
  return prompt ? <PromptDialog key={prompt.id} prompt={prompt} /> : null;
};

const PromptDialog = ({ prompt }: { readonly prompt: Prompt }) => {
  switch (prompt.kind) {
    case 'password':
      return <PasswordPrompt prompt={prompt} />;
    case 'account':
      return <AccountPrompt prompt={prompt} />;
    case 'certificate':
      return <CertificatePrompt prompt={prompt} />;
    case 'plain-text':
    case 'clear-data':
      return <UnencryptedPrompt prompt={prompt} />;
    case 'when-done':
      return <WhenDonePrompt prompt={prompt} />;
    case 'conflict':
      return <ConflictPrompt prompt={prompt} />;
  }
};
