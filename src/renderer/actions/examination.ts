import { examineConnection } from '#shared/contract/doctor.ts';
import type { Fault } from '#shared/fault.ts';
import { type Finding, withFixes } from '#shared/model/diagnosis.ts';
import type { Site } from '#shared/model/site.ts';
import { openStream } from '../bridge/index.ts';
import type { ExaminationSubject } from '../state/examination.ts';
import { sites } from '../state/sites.ts';
import { connectInstead } from './connections.ts';
import { saveSiteSettings } from './sites.ts';

export interface ExaminationListeners {
  readonly onFinding: (finding: Finding) => void;
  readonly onEnd: () => void;
  readonly onFault: (fault: Fault) => void;
}

/**
 * Examines a connection in main.
 * @param password as just typed; null: whatever main knows
 * @returns how to cancel it
 */
export const examine = (
  subject: ExaminationSubject,
  password: string | null,
  { onFinding, onEnd, onFault }: ExaminationListeners,
): (() => void) =>
  openStream(examineConnection, { ...subject, password }, { credits: 10, onChunk: onFinding, onEnd, onFault });

export const siteOf = ({ siteId }: ExaminationSubject): Site | undefined =>
  sites.getState().sites.find((site) => site.siteId === siteId);

/** Puts the fixes into the site where it is saved, and connects with them where a connection was asked for. */
export const applyFixes = async (subject: ExaminationSubject, findings: readonly Finding[]): Promise<void> => {
  const site = siteOf(subject);
  if (site !== undefined && !(await saveSiteSettings(site, withFixes(site.settings, findings)))) return;
  const { sessionId, siteId } = subject;
  if (sessionId !== null) await connectInstead(sessionId, withFixes(subject.settings, findings), siteId);
};
