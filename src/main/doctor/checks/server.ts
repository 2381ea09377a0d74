import { type Check, visitOf } from '../course.ts';
import { finding } from '../finding.ts';

/** What the server says of itself (RFC 959 SYST, RFC 2389 FEAT), and what came of commands sent ahead of replies. */
export const server: Check = async function* (course) {
  const visit = visitOf(course);
  const connection = await visit.connection();
  const { features } = connection;
  const system = (await connection.system().catch(() => null)) ?? '';
  const told = [...features].map(([verb, parameters]) => `${verb} ${parameters}`.trim());
  if (!features.has('MLST')) course.commands = course.commands.filter((command) => command !== 'MLSD');
  const facts = { system, number: features.size };
  const evidence = [...(system === '' ? [] : [`SYST ${system}`]), ...told];
  yield finding('server', features.size > 0 ? 'tells' : 'silent', { facts, evidence });
  return 'go-on';
};
