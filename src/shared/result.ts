import type { Fault } from './fault.ts';

/** What a request answers: a value, or the fault that kept it from one. Errors never cross a process as exceptions. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: Fault };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const failed = (fault: Fault): Result<never> => ({ ok: false, fault });
