import type { ProxyCause } from '#shared/fault.ts';

/** What went wrong at a proxy or behind it; the message is for people. */
export class ProxyFailure extends Error {
  readonly reason: ProxyCause;
  constructor(reason: ProxyCause, message: string, options?: ErrorOptions) {
    super(message, options);
    this.reason = reason;
  }
}
