import { byteString } from '../pathnames.ts';
import type { Session } from '../session.ts';
import { checksumFeature, chooseHash } from './checksums.ts';
import { afterLogin, type CommandTable, open } from './command.ts';

const FACTS = ['type', 'size', 'modify', 'perm', 'unix.mode'];

const featureLines = (session: Session): readonly string[] => {
  const { features, tls, checksums = [] } = session.server.script;
  if (features) return features.map(byteString);
  const facts = FACTS.map((fact) => `${fact}${session.facts.includes(fact) ? '*' : ''};`).join('');
  const ours = [
    'EPRT',
    'EPSV',
    'MDTM',
    'MFMT',
    `MLST ${facts}`,
    'MODE Z',
    'REST STREAM',
    'SIZE',
    'TVFS',
    'UTF8',
    ...checksums.map((verb) => checksumFeature(session, verb)),
  ];
  return tls ? ['AUTH TLS', 'CPSV', ...ours, 'PBSZ', 'PROT', 'SSCN'] : ours;
};

/** RFC 959 SYST, NOOP; RFC 2389 FEAT, OPTS. */
export const informationCommands: CommandTable = {
  FEAT: open((session) => {
    const lines = featureLines(session);
    return session.reply(`211-Features:\n${lines.map((line) => ` ${line}\n`).join('')}211 End`);
  }),
  OPTS: open(async (session, argument) => {
    const [what, ...rest] = argument.split(' ');
    if (what?.toUpperCase() === 'UTF8') return session.reply('200 Always in UTF8 mode.');
    if (/^MODE Z( LEVEL \d)?$/i.test(argument)) return session.reply('200 MODE Z OPTS accepted.');
    if (what?.toUpperCase() === 'HASH') return chooseHash(session, rest.join(' '));
    if (what?.toUpperCase() !== 'MLST') return session.reply('501 Option not understood.');
    const wanted = rest.join(' ').toLowerCase().split(';');
    session.facts = FACTS.filter((fact) => wanted.includes(fact));
    return session.reply(`200 MLST OPTS ${session.facts.map((fact) => `${fact};`).join('')}`);
  }),
  SYST: afterLogin((session) => session.reply('215 UNIX Type: L8')),
  NOOP: open((session) => session.reply('200 NOOP ok.')),
};
