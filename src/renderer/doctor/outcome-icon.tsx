import { Check, CircleX, Info, type LucideIcon, Minus, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Outcome } from '#shared/model/diagnosis.ts';
import styles from './examination.module.css';

const ICONS: Readonly<Record<Outcome, LucideIcon>> = {
  ok: Check,
  note: Info,
  problem: TriangleAlert,
  failed: CircleX,
  skipped: Minus,
};

/** How a finding is to be taken, by shape and colour and by name. */
export const OutcomeIcon = ({ outcome }: { readonly outcome: Outcome }) => {
  const { t } = useTranslation('doctor');
  const Icon = ICONS[outcome];
  return <Icon size={16} strokeWidth={2} role="img" aria-label={t(`outcome.${outcome}`)} className={styles[outcome]} />;
};
