import app from './app.json' with { type: 'json' };
import browse from './browse.json' with { type: 'json' };
import commands from './commands.json' with { type: 'json' };
import doctor from './doctor.json' with { type: 'json' };
import editor from './editor.json' with { type: 'json' };
import faults from './faults.json' with { type: 'json' };
import findings from './findings.json' with { type: 'json' };
import parameters from './parameters.json' with { type: 'json' };
import policy from './policy.json' with { type: 'json' };
import preferences from './preferences.json' with { type: 'json' };
import prompts from './prompts.json' with { type: 'json' };
import rules from './rules.json' with { type: 'json' };
import sites from './sites.json' with { type: 'json' };
import transcript from './transcript.json' with { type: 'json' };
import transfers from './transfers.json' with { type: 'json' };
import ui from './ui.json' with { type: 'json' };

export const de = {
  app,
  browse,
  commands,
  doctor,
  editor,
  faults,
  findings,
  parameters,
  policy,
  preferences,
  prompts,
  rules,
  sites,
  transcript,
  transfers,
  ui,
};
