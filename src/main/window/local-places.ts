import { stat } from 'node:fs/promises';
import { parse } from 'node:path';
import type { LocalPlace } from '#shared/contract/local-files.ts';

const NAMED = ['home', 'desktop', 'downloads', 'documents'] as const;
const DRIVES = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`);

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    // Whatever keeps it from being looked at keeps it from being a useful shortcut.
    () => false,
  );

/**
 * The places worth a shortcut that are there.
 * @param pathOf Electron's `app.getPath`, which throws where the system does not say
 */
export const localPlaces = async (
  pathOf: (name: (typeof NAMED)[number]) => string,
  platform: NodeJS.Platform,
): Promise<readonly LocalPlace[]> => {
  const home = pathOf('home');
  const named = NAMED.map((kind) => ({ kind, path: pathOf(kind) }));
  const roots = platform === 'win32' ? DRIVES : [parse(home).root];
  const candidates: LocalPlace[] = [...named, ...roots.map((path) => ({ kind: 'root' as const, path }))];
  const there = await Promise.all(candidates.map(({ path }) => isFolder(path)));
  // A system without a Desktop folder says home for it.
  return candidates.filter(({ kind, path }, index) => there[index] && (kind === 'home' || path !== home));
};
