import type { TFunction } from 'i18next';
import { VERIFICATIONS, type Verification } from '#shared/model/verification.ts';
import type { SelectOption } from '../../ui/select.tsx';

/** The ways to compare what arrived with its source, as they are offered. */
export const verificationOptions = (t: TFunction<'policy'>): readonly SelectOption<Verification>[] =>
  VERIFICATIONS.map((value) => ({ value, label: t(`verification.choice.${value}`) }));
