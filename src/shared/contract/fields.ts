import { z } from 'zod';

/** Schemas of the fields that occur in more than one request. Bounds keep a broken window from hurting main. */

const CONTROL_CHARACTERS = /[\r\n\0]/;

export const sessionId = z.string().min(1).max(64);
export const siteId = z.string().min(1).max(64);
export const localPath = z
  .string()
  .min(1)
  .max(32_767)
  .refine((path) => !path.includes('\0'));
/** A remote pathname or name; CR, LF and NUL would be a second command on the wire. */
export const pathname = z
  .string()
  .min(1)
  .max(32_767)
  .refine((path) => !CONTROL_CHARACTERS.test(path));
const word = z
  .string()
  .max(1_024)
  .refine((text) => !CONTROL_CHARACTERS.test(text));
export const secret = word;
/** A command as it is typed. */
export const commandLine = z
  .string()
  .max(32_767)
  .refine((line) => !CONTROL_CHARACTERS.test(line));

const printFormat = z.enum(['N', 'T', 'C']);
export const transferChoice = z.strictObject({
  type: z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('A'), format: printFormat }),
    z.strictObject({ type: z.literal('E'), format: printFormat }),
    z.strictObject({ type: z.literal('I') }),
    z.strictObject({ type: z.literal('L'), byteSize: z.int().min(1).max(255) }),
  ]),
  structure: z.enum(['F', 'R', 'P']),
  mode: z.enum(['S', 'B', 'C', 'Z']),
  codePage: z.enum(['037', '273', '500', '1047']),
  recordForm: z.enum(['lines', 'prefixed']),
});

export const port = z.int().min(1).max(65_535);
export const host = word.min(1).max(255);
export const ipAddress = z.union([z.ipv4(), z.ipv6()]);

export const connectionSettings = z.strictObject({
  host,
  port,
  user: word.min(1),
  account: word.nullable(),
  security: z.enum(['none', 'try', 'explicit', 'implicit']),
  dataConnection: z.enum(['auto', 'passive', 'active', 'default-port']),
  encoding: z.string().max(40),
  activePorts: z
    .tuple([port, port])
    .readonly()
    .refine(([first, last]) => first <= last)
    .nullable(),
  externalAddress: ipAddress.nullable(),
  pipelining: z.boolean(),
  allocate: z.boolean(),
  transfer: transferChoice,
  remotePath: pathname.nullable(),
  localPath: localPath.nullable(),
});

export const transferItem = z.strictObject({
  name: z.string().min(1).max(4_096),
  type: z.enum(['file', 'directory', 'link', 'other']),
  size: z.number().min(0).nullable(),
  modifiedMs: z.number().nullable(),
});
