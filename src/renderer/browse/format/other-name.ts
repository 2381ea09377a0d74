import { markedName, unmarkedName } from '#shared/ftp/marked-name.ts';
import type { Source } from '../../state/place.ts';

/**
 * What an entry is called on the other side, where the system of this computer cannot hold the server's name, or holds
 * it in marks; null where it has the same name on both.
 * @param platform Node's name of this computer's system
 */
export const otherName = (kind: Source['kind'], name: string, platform: string): string | null => {
  const other = kind === 'remote' ? markedName(name, platform) : unmarkedName(name, platform);
  return other === name ? null : other;
};
