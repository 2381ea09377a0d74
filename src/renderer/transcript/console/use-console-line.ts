import { useState } from 'react';
import { useStore } from 'zustand';
import type { Fault } from '#shared/fault.ts';
import type { SessionId } from '#shared/model/session.ts';
import { sendLine } from '../../actions/console.ts';
import { commandConsole, type LookingBack, lookBack, rememberLine } from '../../state/console.ts';
import { type Completing, complete } from './completion.ts';
import { withoutSecret } from './typed-line.ts';

/** The line being typed, and what its keys do. */
export interface ConsoleLine {
  readonly line: string;
  /** Set while Tab goes through the commands that the line may become. */
  readonly completing: Completing | null;
  readonly waiting: boolean;
  /** Why the last line was not sent, until something else is typed. */
  readonly refusal: Fault | null;
  type(line: string): void;
  /** Sends the line, unless one still waits for its answer. */
  send(): Promise<void>;
  /** @returns whether there was something to complete */
  completeVerb(): boolean;
  lookBack(step: 1 | -1): void;
}

export const useConsoleLine = (sessionId: SessionId | null): ConsoleLine => {
  const { commands, sent } = useStore(commandConsole);
  const [line, setLine] = useState('');
  const [looking, setLooking] = useState<LookingBack | null>(null);
  const [completing, setCompleting] = useState<Completing | null>(null);
  const [waiting, setWaiting] = useState(false);
  const [refusal, setRefusal] = useState<Fault | null>(null);

  const type = (next: string): void => {
    setLine(next);
    setLooking(null);
    setCompleting(null);
    setRefusal(null);
  };

  return {
    line,
    completing,
    waiting,
    refusal,
    type,
    send: async () => {
      const text = line.trim();
      if (sessionId === null || waiting || text === '') return;
      rememberLine(withoutSecret(text));
      type('');
      setWaiting(true);
      const fault = await sendLine(sessionId, text);
      setWaiting(false);
      setRefusal(fault);
    },
    completeVerb: () => {
      const next = complete(line, completing, commands);
      if (next === null) return false;
      type(next.line);
      setCompleting(next.completing);
      return true;
    },
    lookBack: (step) => {
      const next = lookBack(sent, looking, line, step);
      if (next === null) return;
      type(next.line);
      setLooking(next.looking);
    },
  };
};
