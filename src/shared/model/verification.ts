/**
 * How what arrived is compared with its source, beyond that all data came through:
 * - `auto`: by its size, and by a checksum where the server says that it can calculate one
 * - `size`: by its size alone
 * - `checksum`: by its size and a checksum; a file whose server has none has failed
 * - `off`: not at all
 */
export const VERIFICATIONS = ['auto', 'size', 'checksum', 'off'] as const;

export type Verification = (typeof VERIFICATIONS)[number];
