import type { ConnectionSettings } from '#shared/model/connection.ts';
import type { ListingChoice } from '#shared/model/listing-choice.ts';
import { readZone, zoneText } from './zone-text.ts';

/** How names and listings are read. */
export interface ListingDraft extends Omit<ListingChoice, 'zoneMinutes'> {
  readonly encoding: string;
  readonly zone: string;
}

export type ListingField = 'zone';

type ListingSettings = Pick<ConnectionSettings, 'encoding' | 'listing'>;

export const listingDraftOf = ({ encoding, listing: { zoneMinutes, ...listing } }: ListingSettings): ListingDraft => ({
  ...listing,
  encoding,
  zone: zoneMinutes === null ? '' : zoneText(zoneMinutes),
});

export const listingProblems = ({ zone }: ListingDraft): readonly ListingField[] =>
  zone.trim() !== '' && readZone(zone) === null ? ['zone'] : [];

export const listingSettings = ({ encoding, zone, ...listing }: ListingDraft): ListingSettings => ({
  encoding,
  listing: { ...listing, zoneMinutes: readZone(zone) },
});
