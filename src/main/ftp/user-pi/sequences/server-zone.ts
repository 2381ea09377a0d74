import { isCompletion, type Reply, replyText } from '#shared/ftp/reply.ts';
import { createZoneSamples, type ZoneSample, type ZoneSamples, zoneBetween } from '../../listing/zone-samples.ts';
import { parseTimeValue } from '../../protocol/time-value.ts';
import { ask, type Interpreter } from '../interpreter.ts';
import { learn } from '../learn.ts';

/** Minutes that the times in LIST are ahead of UTC: as the site says, else as was learned; null: not known. */
export const zoneOf = ({ options: { listing, learned } }: Interpreter): number | null =>
  listing.zoneMinutes ?? learned.zoneMinutes;

/**
 * Keeps the files of a listing that may tell the server's zone; null where it need not be found out: once for each
 * connection, never where the site says it or the server has no MDTM, and not again where it is UTC, which nothing
 * changes. Another zone may have gone from winter to summer since it was learned.
 */
export const zoneWanted = ({ options, state }: Interpreter): ZoneSamples | null => {
  const { listing, learned, overrides, findsZone } = options;
  const decided = !findsZone || listing.zoneMinutes !== null || Object.hasOwn(overrides, 'zoneMinutes');
  const wanted = !decided && !state.zoneAsked && learned.zoneMinutes !== 0 && state.features.has('MDTM');
  return wanted ? createZoneSamples() : null;
};

/**
 * Asks MDTM, which is in UTC (RFC 3659 2.3), of the files whose times were just listed. The directory is the one we are
 * in. Nobody waits for the replies: they set the zone for the listings to come.
 *
 *     -rw-r--r--   1 anna staff 531 Nov 20 11:00 report.txt        -> MDTM report.txt
 *                                                                  <- 213 20261120100017        +60 minutes
 *
 * Where a file of summer and one of winter tell two zones, the server's clock changes with the season: then no one zone
 * is right, and times stay as the server writes them.
 */
export const askZone = (interpreter: Interpreter, samples: ZoneSamples): void => {
  const chosen = samples.chosen();
  if (chosen.length === 0) return;
  interpreter.state.zoneAsked = true;
  const asked = chosen.map((sample) => ask(interpreter, 'MDTM', sample.name));
  Promise.all(asked).then(
    (replies) => judge(interpreter, chosen, replies),
    // The connection is lost, which whoever uses it next is told.
    () => {},
  );
};

const judge = (interpreter: Interpreter, samples: readonly ZoneSample[], replies: readonly Reply[]): void => {
  const zones = replies.map((reply, at) => {
    const utcMs = isCompletion(reply) ? parseTimeValue(reply.lines[0] ?? '') : null;
    const listedMs = samples[at]?.listedMs ?? null;
    return utcMs === null || listedMs === null ? null : zoneBetween(listedMs, utcMs);
  });
  const [zone = null] = zones;
  if (zones.some((other) => other === null)) return;
  const evidence = samples.flatMap(({ name, listedMs }, at) => {
    const reply = replies[at];
    const listed = new Date(listedMs).toISOString().slice(0, 16).replace('T', ' ');
    return [`${name}: listed as ${listed}`, `MDTM ${name}`, reply ? `${reply.code} ${replyText(reply)}` : ''];
  });
  if (zones.every((other) => other === zone)) learn(interpreter, 'zoneMinutes', zone, evidence);
  else {
    interpreter.options.observer.note(
      "the server's clock changes with the season; its times are left as it writes them",
    );
    learn(interpreter, 'zoneMinutes', null, evidence);
  }
};
