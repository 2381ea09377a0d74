import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { FaultError } from '#shared/fault.ts';
import type { Check } from '../course.ts';
import { finding, wordsOf } from '../finding.ts';

/** More addresses of one name are not looked at. */
const MOST_ADDRESSES = 6;

/** The addresses behind the host's name. */
export const name: Check = async function* (course) {
  const { host, proxy } = course.options;
  if (proxy !== null) {
    yield finding('name', 'byProxy', { facts: { host, proxy: proxy.host } });
    return 'go-on';
  }
  if (isIP(host) !== 0) {
    course.addresses = [host];
    yield finding('name', 'isAddress', { facts: { host } });
    return 'go-on';
  }
  try {
    const found = await inTime(lookup(host, { all: true }), course.subject.patience.reply, course.signal);
    course.addresses = [...new Set(found.map(({ address }) => address))].slice(0, MOST_ADDRESSES);
  } catch (error) {
    if (course.signal.aborted) throw error;
    yield finding('name', 'notFound', { facts: { host }, evidence: [wordsOf(error)] });
    return 'stop';
  }
  const addresses = course.addresses.join(', ');
  yield finding('name', 'resolved', { facts: { host, addresses }, evidence: [`${host} ${addresses}`] });
  return 'go-on';
};

/** The system's resolver takes no signal and sets its own time. */
const inTime = <T>(work: Promise<T>, milliseconds: number, signal: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the name was not resolved in time')), milliseconds);
    const cancel = (): void => reject(new FaultError({ kind: 'cancelled', stage: 'connecting' }));
    signal.addEventListener('abort', cancel, { once: true });
    if (signal.aborted) cancel();
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
      signal.removeEventListener('abort', cancel);
    });
  });
