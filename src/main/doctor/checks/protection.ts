import { type Check, visitOf } from '../course.ts';
import { finding } from '../finding.ts';

/** Whether data connections are protected beside a protected login (RFC 4217 9); a refusal has ended the login already. */
export const protection: Check = async function* (course) {
  const { tlsProtocol } = await visitOf(course).connection();
  if (tlsProtocol === null) yield finding('protection', 'inClear');
  else yield finding('protection', course.options.tls.data === 'private' ? 'works' : 'chosenClear');
  return 'go-on';
};
