import { z } from 'zod';
import { isLoginCommand } from '../ftp/login-command.ts';
import { CONFLICT_ACTIONS, MOST_CONFLICT_RULES, SIZE_CONDITIONS, TIME_CONDITIONS } from '../model/conflict-rule.ts';
import { DATA_CONNECTION_CHOICES } from '../model/connection.ts';
import type { LearnedOverrides } from '../model/learned-fact.ts';
import { LIST_FORMAT_NAMES, LISTING_COMMANDS } from '../model/listing-choice.ts';
import { FTP_PROXY_DIALECTS } from '../model/proxy.ts';
import { TLS_VERSIONS } from '../model/tls-choice.ts';
import { FASTEST, SLOWEST } from '../model/transfer-policy.ts';
import { VERIFICATIONS } from '../model/verification.ts';

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

/** iconv-lite's name of an encoding, or `auto`; whether it is one is found out by whoever reads with it. */
export const encoding = word.min(1).max(40);

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

const tlsChoice = z
  .strictObject({
    minVersion: z.enum(TLS_VERSIONS),
    maxVersion: z.enum(TLS_VERSIONS),
    data: z.enum(['private', 'clear']),
    clearControl: z.boolean(),
    clientCertificate: z.strictObject({ certificate: localPath, key: localPath.nullable() }).nullable(),
  })
  .refine(({ minVersion, maxVersion }) => TLS_VERSIONS.indexOf(minVersion) <= TLS_VERSIONS.indexOf(maxVersion));

const proxyServer = { host, port, user: word.min(1).nullable() };
const proxyChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('system') }),
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({ kind: z.enum(['socks5', 'http']), ...proxyServer }),
  z.strictObject({ kind: z.literal('ftp'), dialect: z.enum(FTP_PROXY_DIALECTS), ...proxyServer }),
]);

export const loginChoice = z.strictObject({
  hostCommand: z.boolean(),
  language: z
    .string()
    .regex(/^[A-Za-z0-9-]{1,40}$/)
    .nullable(),
  oneTimePasswords: z.boolean(),
  commands: z.array(commandLine.min(1).refine(isLoginCommand)).max(50).readonly(),
});

const listingChoice = z.strictObject({
  command: z.enum(LISTING_COMMANDS),
  format: z.enum(['auto', ...LIST_FORMAT_NAMES]),
  zoneMinutes: z.int().min(-1_440).max(1_440).nullable(),
});

const overrides = z.strictObject({
  epsvFails: z.boolean().optional(),
  eprtFails: z.boolean().optional(),
  passiveFails: z.boolean().optional(),
  passiveHostDiffers: z.boolean().optional(),
  mlsdFails: z.boolean().optional(),
  listAllFails: z.boolean().optional(),
  listFails: z.boolean().optional(),
  statLists: z.boolean().optional(),
  featFails: z.boolean().optional(),
  typeFails: z.boolean().optional(),
  pwdFails: z.boolean().optional(),
  utf8Fails: z.boolean().optional(),
  hostFails: z.boolean().optional(),
  nameEncoding: z.string().min(1).max(40).optional(),
  zoneMinutes: z.int().min(-1_440).max(1_440).optional(),
  dataProtectionFails: z.boolean().optional(),
  clearControlFails: z.boolean().optional(),
  pipeliningFails: z.boolean().optional(),
  answersInOrder: z.boolean().optional(),
  onlyBetweenTransfers: z.boolean().optional(),
  interruptFails: z.boolean().optional(),
  checksumFails: z.boolean().optional(),
  mostConnections: z.int().min(1).max(1_000).optional(),
  storesDirectly: z.boolean().optional(),
  piecesFail: z.boolean().optional(),
}) satisfies z.ZodType<LearnedOverrides>;

export const verification = z.enum(VERIFICATIONS);

export const conflictRules = z
  .array(
    z.strictObject({
      direction: z.enum(['any', 'download', 'upload']),
      names: z.string().min(1).max(1_024).nullable(),
      size: z.enum(SIZE_CONDITIONS),
      time: z.enum(TIME_CONDITIONS),
      action: z.enum([...CONFLICT_ACTIONS, 'ask']),
    }),
  )
  .max(MOST_CONFLICT_RULES)
  .readonly();

/** Bytes a second. */
const speed = z.int().min(SLOWEST).max(FASTEST).nullable();
export const speeds = z.strictObject({ down: speed, up: speed });

const transferPolicy = z.strictObject({
  conflictRules,
  verification: verification.nullable(),
  speeds,
  connections: z.int().min(1).max(10).nullable(),
});

export const connectionSettings = z.strictObject({
  host,
  port,
  user: word.min(1),
  account: word.nullable(),
  security: z.enum(['none', 'try', 'explicit', 'implicit']),
  tls: tlsChoice,
  proxy: proxyChoice,
  login: loginChoice,
  dataConnection: z.enum(DATA_CONNECTION_CHOICES),
  encoding,
  activePorts: z
    .tuple([port, port])
    .readonly()
    .refine(([first, last]) => first <= last)
    .nullable(),
  externalAddress: ipAddress.nullable(),
  trustPassiveHost: z.boolean(),
  listing: listingChoice,
  keepAlive: z.boolean(),
  overrides,
  pipelining: z.boolean(),
  allocate: z.boolean(),
  transfer: transferChoice,
  transferPolicy,
  remotePath: pathname.nullable(),
  localPath: localPath.nullable(),
});

export const transferItem = z.strictObject({
  name: z.string().min(1).max(4_096),
  type: z.enum(['file', 'directory', 'link', 'other', 'unknown']),
  size: z.number().min(0).nullable(),
  modifiedMs: z.number().nullable(),
  permissions: z.string().max(16).nullable().optional(),
});
