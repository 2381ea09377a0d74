import { readSpeed, speedText } from '#shared/model/speed-text.ts';

/** Bytes that a number without a unit counts in: nobody limits a line to a few hundred bytes. */
const BARE = 1_000;

/** A speed as typed: bytes a second; null for an empty field, `wrong` for what is neither. */
export const readTypedSpeed = (text: string): number | null | 'wrong' =>
  text.trim() === '' ? null : (readSpeed(text, BARE) ?? 'wrong');

/** A speed as it stands in its field. */
export const typedSpeed = (bytes: number | null, locale: string): string =>
  bytes === null ? '' : speedText(bytes, locale);
