/**
 * A SHA-256 fingerprint in groups of four digits and lines of four groups, as a person can compare it:
 * `AB:CD:EF:01:…` becomes `ABCD EF01 …`.
 * @param sha256 colon-separated hex
 */
export const fingerprintLines = (sha256: string): readonly string[] => {
  const groups =
    sha256
      .replaceAll(':', '')
      .toUpperCase()
      .match(/.{1,4}/g) ?? [];
  const lines: string[] = [];
  for (let start = 0; start < groups.length; start += 4) lines.push(groups.slice(start, start + 4).join(' '));
  return lines;
};
