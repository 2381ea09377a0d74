import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { type ByteString, resolvePathname } from '../pathnames.ts';
import type { Session } from '../session.ts';
import { TreeError } from '../tree/file-tree.ts';
import { afterLogin, type Command, type CommandTable } from './command.ts';

const ALGORITHMS = ['CRC32', 'MD5', 'SHA-1', 'SHA-256', 'SHA-512'];

/** `HASH CRC32;MD5;SHA-1*;SHA-256;SHA-512`, `XCRC filename;start;end`. */
export const checksumFeature = (session: Session, verb: string): string => {
  if (verb.startsWith('X')) return `${verb} filename;start;end`;
  if (verb !== 'HASH') return verb;
  return `HASH ${ALGORITHMS.map((name) => (name === session.hash ? `${name}*` : name)).join(';')}`;
};

/** OPTS HASH (draft-ietf-ftpext2-hash 3.2). */
export const chooseHash = (session: Session, name: string): Promise<void> => {
  if (!has(session, 'HASH') || !ALGORITHMS.includes(name)) return session.reply('501 Unknown algorithm.');
  session.hash = name;
  return session.reply(`200 ${name}`);
};

const has = (session: Session, verb: string): boolean => session.server.script.checksums?.includes(verb) === true;

const known =
  (act: Command['act'], verb: string): Command['act'] =>
  (session, argument, line) =>
    has(session, verb) ? act(session, argument, line) : session.reply('502 Command not implemented.');

const contentOf = async (session: Session, path: ByteString): Promise<Buffer> => {
  const { tree } = session.server;
  if ((await tree.stat(path)).kind === 'directory') throw new TreeError('Not a regular file');
  const pieces: Uint8Array[] = [];
  for await (const piece of tree.read(path, 0)) pieces.push(piece);
  return Buffer.concat(pieces);
};

const checksumOf = (algorithm: string, content: Uint8Array): string =>
  algorithm === 'CRC32'
    ? crc32(content).toString(16).padStart(8, '0')
    : createHash(algorithm.replace('-', '').toLowerCase()).update(content).digest('hex');

const hash: Command['act'] = async (session, argument) => {
  const content = await contentOf(session, resolvePathname(session.directory, argument));
  const checksum = checksumOf(session.hash, content);
  return session.reply(`213 ${session.hash} 0-${content.length - 1} ${checksum} ${argument}`);
};

/** A pathname, quoted where it holds spaces, and where the bytes begin and end. */
const DIGEST_ARGUMENT = /^(?:"([^"]*)"|(\S+))(?: (\d+) (\d+))?$/;

const digest =
  (algorithm: string): Command['act'] =>
  async (session, argument) => {
    const [, quoted, bare, from, to] = DIGEST_ARGUMENT.exec(argument) ?? [];
    const name = quoted ?? bare;
    if (name === undefined) return session.reply('501 Invalid number of parameters.');
    const content = await contentOf(session, resolvePathname(session.directory, name));
    const part = content.subarray(
      from === undefined ? 0 : Number(from),
      to === undefined ? content.length : Number(to),
    );
    const checksum = checksumOf(algorithm, part).toUpperCase();
    return session.reply(`250-Computing ${algorithm} digest\n250 ${checksum}`);
  };

const md5 =
  (code: 251 | 252): Command['act'] =>
  async (session, argument) => {
    const content = await contentOf(session, resolvePathname(session.directory, argument));
    return session.reply(`${code} ${argument} ${checksumOf('MD5', content)}`);
  };

const actions: Readonly<Record<string, Command['act']>> = {
  HASH: hash,
  XCRC: digest('CRC32'),
  XMD5: digest('MD5'),
  XSHA: digest('SHA-1'),
  XSHA1: digest('SHA-1'),
  XSHA256: digest('SHA-256'),
  XSHA512: digest('SHA-512'),
  MD5: md5(251),
  MMD5: md5(252),
};

/** HASH (draft-ietf-ftpext2-hash), MD5 (draft-twine-ftpmd5), and those of no standard. */
export const checksumCommands: CommandTable = Object.fromEntries(
  Object.entries(actions).map(([verb, act]) => [verb, afterLogin(known(act, verb))]),
);
