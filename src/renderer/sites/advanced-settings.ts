import { isSameChoice } from '../transfers/choice/same-choice.ts';
import { type SiteDraft, type SiteProblems, siteDraftOf } from './site-draft.ts';

const DEFAULTS = siteDraftOf({ kind: 'new', settings: null, sessionId: null });

/** Whether anything that is out of sight at first differs from what suits nearly every server. */
export const isAdvancedChanged = (draft: SiteDraft): boolean =>
  draft.dataConnection !== DEFAULTS.dataConnection ||
  draft.encoding !== DEFAULTS.encoding ||
  draft.activePorts !== DEFAULTS.activePorts ||
  draft.externalAddress !== DEFAULTS.externalAddress ||
  draft.pipelining !== DEFAULTS.pipelining ||
  draft.allocate !== DEFAULTS.allocate ||
  !isSameChoice(draft.transfer, DEFAULTS.transfer);

/** Whether what keeps the draft from being saved is out of sight at first. */
export const isAdvancedWrong = (problems: SiteProblems): boolean =>
  problems.activePorts || problems.externalAddress || problems.transfer;
