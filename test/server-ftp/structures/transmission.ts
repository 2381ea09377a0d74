import type { EncodingChoice } from '../codecs/items.ts';
import { carriesMarkers } from '../codecs/modes.ts';
import type { ByteString } from '../pathnames.ts';
import type { DataScript, TransmissionScript } from '../script.ts';
import type { Session } from '../session.ts';
import type { MarkerPlan } from './sending.ts';

const BLOCK_BYTES = 4_096;
const MARK_EVERY = 65_536;

/** How this transfer is to be formed. */
export const transmissionOf = (session: Session, script: DataScript): TransmissionScript =>
  script.transmission ?? session.server.script.transmission ?? {};

export const encodingOf = ({ blockBytes, endsApart }: TransmissionScript): EncodingChoice => ({
  blockBytes: blockBytes ?? BLOCK_BYTES,
  endsApart: endsApart ?? false,
});

/** The restart markers of a file that is sent; null where there are none. */
export const markersFor = (session: Session, path: ByteString, transmission: TransmissionScript): MarkerPlan | null => {
  const { markEvery: every = MARK_EVERY, marksInsideRecords: insideRecords = false } = transmission;
  const { structure } = session.parameters;
  if (every === 0 || !carriesMarkers(session.parameters)) return null;
  return { every, insideRecords, issue: (place) => session.server.marks.issue({ path, structure, place }) };
};
