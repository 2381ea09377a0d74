import { createSecret, type Secret, type SecretOptions } from './secret.ts';

/** RFC 1635: the names under which a server lets everybody in, and what is sent as their password. */
const ANONYMOUS_USERS = new Set(['anonymous', 'ftp']);
const ANONYMOUS_PASSWORD = 'anonymous@';

/** Whether a user's password is no secret. */
export const isAnonymous = (user: string): boolean => ANONYMOUS_USERS.has(user.toLowerCase());

/** The password that one session logs in with. */
export const createCredentials = (options: Omit<SecretOptions, 'purpose' | 'unasked'>): Secret =>
  createSecret({
    ...options,
    purpose: 'login',
    unasked: isAnonymous(options.user) ? ANONYMOUS_PASSWORD : null,
  });
