import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { LearnedOverrides, OverridableFact } from '#shared/model/learned-fact.ts';
import { readZone, zoneText } from '../listing/zone-text.ts';

/** The facts that are typed, as against chosen. */
type TypedFact = 'zoneMinutes' | 'mostConnections';

/** What holds of the server whatever was learned; numbers as they are typed. */
export interface ProfileDraft {
  readonly chosen: Omit<LearnedOverrides, TypedFact>;
  readonly typed: Readonly<Record<TypedFact, string>>;
}

export type ProfileField = TypedFact;

type ProfileSettings = Pick<ConnectionSettings, 'overrides'>;

export const profileDraftOf = ({ overrides }: ProfileSettings): ProfileDraft => {
  const { zoneMinutes, mostConnections, ...chosen } = overrides;
  return {
    chosen,
    typed: {
      zoneMinutes: zoneMinutes === undefined ? '' : zoneText(zoneMinutes),
      mostConnections: mostConnections === undefined ? '' : String(mostConnections),
    },
  };
};

/** Whether the site has its own word on a fact. */
export const isSet = ({ chosen, typed }: ProfileDraft, fact: OverridableFact): boolean =>
  fact === 'zoneMinutes' || fact === 'mostConnections' ? typed[fact].trim() !== '' : chosen[fact] !== undefined;

export const profileProblems = ({ typed }: ProfileDraft): readonly ProfileField[] => {
  const wrong: ProfileField[] = [];
  if (typed.zoneMinutes.trim() !== '' && readZone(typed.zoneMinutes) === null) wrong.push('zoneMinutes');
  if (typed.mostConnections.trim() !== '' && readCount(typed.mostConnections) === null) wrong.push('mostConnections');
  return wrong;
};

/** Only what is set is there: a key without a value would say nothing. */
export const profileSettings = ({ chosen, typed }: ProfileDraft): ProfileSettings => {
  const set = Object.entries(chosen).filter(([, value]) => value !== undefined);
  const zoneMinutes = readZone(typed.zoneMinutes);
  const mostConnections = readCount(typed.mostConnections);
  return {
    overrides: {
      ...Object.fromEntries(set),
      ...(zoneMinutes === null ? {} : { zoneMinutes }),
      ...(mostConnections === null ? {} : { mostConnections }),
    },
  };
};

/** A number of connections as entered, 1 to 1000; null where it is none. */
const readCount = (text: string): number | null => {
  const count = Number(text);
  return /^\s*\d{1,4}\s*$/.test(text) && count >= 1 && count <= 1_000 ? count : null;
};
