/** Paths of the local system as the window has to join, split and climb them; `separator` is the system's own. */
export type Separator = '/' | '\\';

/** `C:\`, `\\server\share\` or `/`; the empty string where the path has no root. */
const rootOf = (path: string, separator: Separator): string => {
  if (separator === '/') return path.startsWith('/') ? '/' : '';
  const drive = /^[A-Za-z]:\\?/.exec(path);
  if (drive) return drive[0];
  const share = /^\\\\[^\\]+\\[^\\]+\\?/.exec(path);
  return share ? share[0] : '';
};

export const joinLocal = (folder: string, name: string, separator: Separator): string =>
  folder.endsWith(separator) ? folder + name : folder + separator + name;

/** The folder above, or the same where there is none. */
export const parentLocal = (path: string, separator: Separator): string => {
  const root = rootOf(path, separator);
  const rest = path.slice(root.length).split(separator).filter(Boolean);
  return root + rest.slice(0, -1).join(separator);
};

export interface PathSegment {
  readonly name: string;
  readonly path: string;
}

/** The folders from the root down to `path`, each with the path that leads there. */
export const localSegments = (path: string, separator: Separator): readonly PathSegment[] => {
  const root = rootOf(path, separator);
  const segments: PathSegment[] = root === '' ? [] : [{ name: root, path: root }];
  let reached = root;
  for (const name of path.slice(root.length).split(separator).filter(Boolean)) {
    reached = reached === '' ? name : joinLocal(reached, name, separator);
    segments.push({ name, path: reached });
  }
  return segments;
};

/** Whether a path stands on its own, without a folder to start from. */
export const isAbsoluteLocal = (path: string, separator: Separator): boolean => rootOf(path, separator) !== '';
