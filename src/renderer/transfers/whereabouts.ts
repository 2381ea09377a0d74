import { displayName } from '#shared/ftp/pathname.ts';
import type { TransferView } from '#shared/model/transfer.ts';

export interface Whereabouts {
  /** Where it comes from; between servers both ends, a line each, with their sites. */
  readonly paths: string;
  /** The site, or from which to which. */
  readonly site: string;
}

/** Where a transfer comes from and goes to, as text. */
export const whereabouts = (view: TransferView): Whereabouts => {
  const from = displayName(view.siteTitle);
  if (view.target === null) {
    const path = view.direction === 'upload' ? view.localPath : view.remotePath;
    return { paths: displayName(path ?? ''), site: from };
  }
  const to = displayName(view.target.siteTitle);
  return {
    paths: `${from}: ${displayName(view.remotePath)}\n→ ${to}: ${displayName(view.target.path)}`,
    site: `${from} → ${to}`,
  };
};
