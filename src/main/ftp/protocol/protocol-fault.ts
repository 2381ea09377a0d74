import { FaultError, type ProtocolReason, type Stage } from '#shared/fault.ts';

/**
 * What the server-PI sent is not what the standards allow. Readers that cannot know how far the work had come leave
 * the stage to the dialogue, which sets it for each command that was waiting.
 */
export const protocolFault = (reason: ProtocolReason, detail: string, stage: Stage = 'preparing'): FaultError =>
  new FaultError({ kind: 'protocol', stage, reason, detail: excerpt(detail) });

/** At most this many characters of the server's words go into a fault's detail. */
const EXCERPT = 200;

/** The server's words shortened to what a person can read, with control characters made visible. */
export const excerpt = (text: string): string => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this replaces
  const visible = text.replace(/[\u0000-\u001f\u007f]/g, '\u00b7');
  return visible.length > EXCERPT ? `${visible.slice(0, EXCERPT)}…` : visible;
};
