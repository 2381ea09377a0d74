/** The commands that list a directory; `LIST -a` shows hidden files where the server hands the option on. */
export const LISTING_COMMANDS = ['auto', 'MLSD', 'LIST -a', 'LIST', 'STAT', 'NLST'] as const;

export type ListingCommand = (typeof LISTING_COMMANDS)[number];

/** The formats of LIST, by the system they come from. */
export const LIST_FORMAT_NAMES = [
  ...['unix', 'dos', 'vms', 'mvs-data-sets', 'mvs-members', 'jes', 'zvm', 'os400', 'netware', 'eplf', 'nonstop'],
  ...['os2', 'os9', 'vxworks', 'vshell', 'wfftp', 'macos-peter'],
  ...['connect-enterprise', 'unix-numeric', 'stratus-vos', 'mpe-ix'],
] as const;

export type ListFormatName = (typeof LIST_FORMAT_NAMES)[number];

/** How directories are listed where a site knows better than what parses. */
export interface ListingChoice {
  readonly command: ListingCommand;
  /** `auto`: whatever parses. */
  readonly format: 'auto' | ListFormatName;
  /** Minutes that the times in listings are ahead of UTC; null: found out where it can be. */
  readonly zoneMinutes: number | null;
}

export const DEFAULT_LISTING: ListingChoice = { command: 'auto', format: 'auto', zoneMinutes: null };
