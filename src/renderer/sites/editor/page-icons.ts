import {
  ArrowDownUp,
  Cable,
  Files,
  IdCard,
  Lock,
  type LucideIcon,
  Network,
  Server,
  Stethoscope,
  TextQuote,
} from 'lucide-react';
import type { SitePage } from '../../state/sites.ts';

/** What each page of the editor is found by at a glance. */
export const PAGE_ICONS: Readonly<Record<SitePage, LucideIcon>> = {
  general: Server,
  encryption: Lock,
  connection: Cable,
  proxy: Network,
  login: IdCard,
  listing: TextQuote,
  transfers: ArrowDownUp,
  existing: Files,
  profile: Stethoscope,
};
