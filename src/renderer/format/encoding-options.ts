import type { TFunction } from 'i18next';
import { NAME_ENCODINGS, type NameEncodingGroup } from '#shared/model/name-encodings.ts';
import type { SelectOption } from '../ui/select.tsx';

const GROUPS = Object.keys(NAME_ENCODINGS) as NameEncodingGroup[];

/**
 * All encodings that names may be in, each with the writing it is for.
 * @param guessed what names that are not UTF-8 look like; it stands first
 * @param chosen stands in the list also where it is known by another name than the list has; null or `auto`: none is
 */
export const encodingOptions = (
  t: TFunction<'browse'>,
  guessed: string | null,
  chosen: string | null,
): readonly SelectOption<string>[] => {
  const all = GROUPS.flatMap((group) =>
    NAME_ENCODINGS[group].map((value) => ({
      value: value as string,
      label: value,
      note: t(`encoding.group.${group}`),
    })),
  );
  const first = all.filter(({ value }) => value === guessed);
  const others = all.filter(({ value }) => value !== guessed);
  const known = chosen === null || chosen === 'auto' || all.some(({ value }) => value === chosen);
  return [...(known ? [] : [{ value: chosen, label: chosen }]), ...first, ...others];
};
