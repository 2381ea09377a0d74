import type { FileTime, FileType } from '#shared/ftp/file-entry.ts';
import { wallClock } from '../listing-date.ts';
import { type ListingFormat, NO_ENTRY } from '../listing-format.ts';
import { digits } from '../scan.ts';
import { permissionsOfMode } from '../unix-mode.ts';

/**
 * The listings for machine processing of RFC 3659 7, MLSD and MLST:
 *
 *     type=file;size=12;modify=20261120100000.123;UNIX.mode=0644; name
 *     type=OS.unix=slink:/target;modify=20261120100000; name
 *
 * Facts in any order and case (7.5), one space, and then the name to the end of the line, spaces and all (7.2). The
 * directory listed and the one above it, `cdir` and `pdir`, are no entries of it (7.5.1).
 */
export const mlsx: ListingFormat = {
  name: 'mlsx',
  begin: (context) => (line) => {
    const factsEnd = endOfFacts(line);
    if (factsEnd < 0 || factsEnd + 1 >= line.length) return null;
    const facts = readFacts(line, factsEnd);
    if (facts === null) return null;
    const name = line.slice(factsEnd + 1);
    if (facts.isListed || name === '.' || name === '..') return NO_ENTRY;
    return {
      name: context.name(name),
      type: facts.type,
      size: facts.size,
      modified: facts.modified,
      permissions: facts.mode === null ? null : context.word(permissionsOfMode(facts.mode)),
      owner: facts.owner === null ? null : context.word(facts.owner),
      group: facts.group === null ? null : context.word(facts.group),
      target: facts.target === null ? null : context.name(facts.target),
    };
  },
};

interface Facts {
  type: FileType;
  /** The entry is the directory listed itself, or the one above. */
  isListed: boolean;
  target: string | null;
  size: number | null;
  modified: FileTime | null;
  mode: number | null;
  owner: string | null;
  group: string | null;
  /** A name of the owner or group was given: it stands before a number. */
  ownerNamed: boolean;
  groupNamed: boolean;
}

/**
 * The position of the space between facts and name; -1 where there is none. The RFC's facts hold no spaces, but the
 * target of a link may: then `; ` ends them. Some servers leave out the last semicolon.
 */
const endOfFacts = (line: string): number => {
  const space = line.indexOf(' ');
  if (space <= 0 || line.charCodeAt(space - 1) === SEMICOLON) return space;
  const lastFact = line.slice(line.lastIndexOf(';', space) + 1, space);
  const end = /^type=.*?link:/i.test(lastFact) ? line.indexOf('; ', space) : -1;
  return end < 0 ? space : end + 1;
};

const SEMICOLON = 0x3b;

const readFacts = (line: string, end: number): Facts | null => {
  const facts: Facts = {
    type: 'file',
    isListed: false,
    target: null,
    size: null,
    modified: null,
    mode: null,
    owner: null,
    group: null,
    ownerNamed: false,
    groupNamed: false,
  };
  let start = 0;
  while (start < end) {
    const semicolon = line.indexOf(';', start);
    const factEnd = semicolon < 0 || semicolon > end ? end : semicolon;
    const equals = line.indexOf('=', start);
    if (equals <= start || equals >= factEnd) return null;
    readFact(line, start, equals, factEnd, facts);
    start = factEnd + 1;
  }
  return facts;
};

/** Facts are told apart by the length of their names first: a listing of 100,000 lines holds a million of them. */
const readFact = (line: string, start: number, equals: number, end: number, facts: Facts): void => {
  const valueStart = equals + 1;
  switch (equals - start) {
    case 4:
      if (isWord(line, start, 'type')) readType(line.slice(valueStart, end), facts);
      else if (isWord(line, start, 'size') || isWord(line, start, 'sizd')) {
        facts.size = orNull(digits(line, valueStart, end));
      }
      break;
    case 6:
      if (isWord(line, start, 'modify')) facts.modified = readTime(line, valueStart, end);
      break;
    case 8:
      if (isWord(line, start, 'unix.uid') && !facts.ownerNamed) facts.owner = line.slice(valueStart, end);
      else if (isWord(line, start, 'unix.gid') && !facts.groupNamed) facts.group = line.slice(valueStart, end);
      break;
    case 9:
      if (isWord(line, start, 'unix.mode')) facts.mode = readMode(line.slice(valueStart, end));
      break;
    case 10:
      if (isWord(line, start, 'unix.owner') && !facts.ownerNamed) facts.owner = line.slice(valueStart, end);
      else if (isWord(line, start, 'unix.group') && !facts.groupNamed) facts.group = line.slice(valueStart, end);
      break;
    case 14:
      if (isWord(line, start, 'unix.ownername')) {
        facts.owner = line.slice(valueStart, end);
        facts.ownerNamed = true;
      } else if (isWord(line, start, 'unix.groupname')) {
        facts.group = line.slice(valueStart, end);
        facts.groupNamed = true;
      }
      break;
  }
};

/** Whether `word`, in lower case, stands at `at` in any case. */
const isWord = (line: string, at: number, word: string): boolean => {
  for (let index = 0; index < word.length; index++) {
    const code = line.charCodeAt(at + index);
    const lower = code >= 0x41 && code <= 0x5a ? code | 32 : code;
    if (lower !== word.charCodeAt(index)) return false;
  }
  return true;
};

/** 7.5.1; the OS-dependent ones as ProFTPD, Pure-FTPd and pyftpdlib write them. */
const readType = (value: string, facts: Facts): void => {
  switch (value.toLowerCase()) {
    case 'file':
      return;
    case 'dir':
      facts.type = 'directory';
      return;
    case 'cdir':
    case 'pdir':
      facts.type = 'directory';
      facts.isListed = true;
      return;
  }
  // type=OS.unix=slink:/target, type=OS.unix=symlink, type=OS.unix=chr-1/3
  const link = /^(?:os\.unix=)?(?:slink|symlink|link)(?::(.*))?$/i.exec(value);
  facts.type = link ? 'link' : 'other';
  facts.target = link?.[1] || null;
};

/** 2.3: `YYYYMMDDHHMMSS`, with any number of decimals, always UTC. */
const readTime = (line: string, start: number, end: number): FileTime | null => {
  if (end - start < 14) return null;
  const part = (from: number, to: number): number => digits(line, start + from, start + to);
  let millisecond = 0;
  if (end - start > 14) {
    if (line[start + 14] !== '.' || digits(line, start + 15, Math.min(end, start + 18)) < 0) return null;
    millisecond = Number(line.slice(start + 15, Math.min(start + 18, end)).padEnd(3, '0'));
  }
  const epochMs = wallClock(part(0, 4), part(4, 6), part(6, 8), part(8, 10), part(10, 12), part(12, 14), millisecond);
  if (epochMs === null) return null;
  return { epochMs, precision: end - start > 14 ? 'millisecond' : 'second', zone: 'utc' };
};

/** Octal, with or without the bits of the file type before it: `0644`, `100644`; `0o644` from Python's servers. */
const readMode = (value: string): number | null =>
  /^(?:0o)?[0-7]{1,7}$/.test(value) ? Number.parseInt(value.replace('o', ''), 8) & 0o7777 : null;

const orNull = (value: number): number | null => (value < 0 ? null : value);
