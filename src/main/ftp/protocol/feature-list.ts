import type { Reply } from '#shared/ftp/reply.ts';

/**
 * The features of a FEAT reply (RFC 2389 3.2): one a line between the first and the last, after one space.
 *
 *     211-Extensions supported:
 *      MLST type*;size*;modify*;
 *      AUTH TLS
 *     211 END
 *
 * @returns verbs in upper case with their parameters as given; the parameters of a verb that comes twice are joined
 * by `;`. Empty for a reply of one line (`211 no-features`) and for any but 2yz.
 */
export const parseFeatureList = (reply: Reply): ReadonlyMap<string, string> => {
  const features = new Map<string, string>();
  if (reply.code < 200 || reply.code >= 300) return features;
  for (const line of reply.lines.slice(1, -1)) {
    const [, verb, parameters = ''] = /^\s*(\S+)\s*(.*)$/.exec(line) ?? [];
    if (verb === undefined) continue;
    const name = verb.toUpperCase();
    const before = features.get(name);
    features.set(name, before === undefined ? parameters.trim() : `${before};${parameters.trim()}`);
  }
  return features;
};
