import { isIP } from 'node:net';
import { readSpeed } from '#shared/model/speed-text.ts';
import type { TlsVersion } from '#shared/model/tls-choice.ts';
import { UsageError } from './usage-error.ts';

/** What the words behind options mean. All throw a UsageError that names the option and what it takes. */

/** Null where nothing was said. */
export const oneOf = <Choice extends string>(
  option: string,
  value: string | undefined,
  choices: readonly Choice[],
): Choice | null => {
  if (value === undefined) return null;
  const choice = choices.find((candidate) => candidate === value);
  if (!choice) throw new UsageError(`${option} is one of ${choices.join(', ')}, not ${value}`);
  return choice;
};

/** `FIRST-LAST`. */
export const portRange = (value: string): readonly [number, number] => {
  const [, first, last] = /^(\d{1,5})-(\d{1,5})$/.exec(value)?.map(Number) ?? [];
  if (first === undefined || last === undefined || first < 1 || first > last || last > 65_535) {
    throw new UsageError(`--port-range is written FIRST-LAST with ports from 1 to 65535, not ${value}`);
  }
  return [first, last];
};

export const address = (value: string): string => {
  if (isIP(value) === 0) throw new UsageError(`--external-address is an IP address, not ${value}`);
  return value;
};

/** SHA-256 of a certificate, with or without colons, as 64 hex digits in upper case. */
export const fingerprint = (value: string): string => {
  const digits = value
    .replace(/^sha256[:/]/i, '')
    .replaceAll(':', '')
    .toUpperCase();
  if (!/^[0-9A-F]{64}$/.test(digits)) throw new UsageError('--pin is the SHA-256 of a certificate in 64 hex digits');
  return digits;
};

/** `1.0` to `1.3`. */
export const tlsVersion = (option: string, value: string): TlsVersion => {
  const version = oneOf(option, value, ['1.0', '1.1', '1.2', '1.3']);
  return version === null || version === '1.0' ? 'TLSv1' : `TLSv${version}`;
};

const LONGEST_TIMEOUT_SECONDS = 86_400;

/** In milliseconds. */
export const seconds = (value: string): number => {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
  if (number <= 0 || number > LONGEST_TIMEOUT_SECONDS) {
    throw new UsageError(`--timeout is a number of seconds up to ${LONGEST_TIMEOUT_SECONDS}, not ${value}`);
  }
  return number * 1_000;
};

/** More connections than this no server gives to one user. */
const MOST_CONNECTIONS = 20;

export const connections = (option: string, value: string): number => {
  const number = /^\d{1,2}$/.test(value) ? Number(value) : 0;
  if (number < 1 || number > MOST_CONNECTIONS) {
    throw new UsageError(`${option} is a number from 1 to ${MOST_CONNECTIONS}, not ${value}`);
  }
  return number;
};

/** Bytes a second. */
export const speedLimit = (value: string): number => {
  const bytes = readSpeed(value, 1);
  if (bytes === null) {
    throw new UsageError(`--limit is bytes a second, 1024 or more, like 500k, 2M or 1.5MiB, not ${value}`);
  }
  return bytes;
};

/** Minutes ahead of UTC of `+02:00`, `-0330` and `utc`. */
export const zone = (value: string): number => {
  if (/^(?:utc|z)$/i.test(value)) return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(value) ?? [];
  const ahead = Number(hours) * 60 + Number(minutes);
  if (sign === undefined || Number(minutes) > 59 || ahead > MOST_ZONE_MINUTES) {
    throw new UsageError(`--list-zone is written +HH:MM, -HH:MM or utc, not ${value}`);
  }
  return sign === '-' ? 0 - ahead : ahead;
};

/** No place on earth is further from Greenwich. */
const MOST_ZONE_MINUTES = 14 * 60;
