import path from 'node:path';

/** The first whose `node:sqlite`, which holds the queue, says nothing of being new. A packaged app brings its own. */
const OLDEST_MAJOR = 24;

/**
 * Where the Node that runs this is too old, carries out the same command line with the one in node_modules/.bin.
 *
 * @param args the script and its words
 * @param version of the Node that runs this
 * @returns the exit status of that, 2 where there is none, or null where this Node is new enough
 */
export const runOnNewerNode = async (
  args: readonly string[],
  version: string = process.versions.node,
): Promise<number | null> => {
  if (Number(version.split('.')[0]) >= OLDEST_MAJOR) return null;
  const [script = '.'] = args;
  const node = await newerNode(path.dirname(script));
  if (node === null) {
    process.stderr.write(`longshore: needs Node ${OLDEST_MAJOR} or newer, this is ${version}\n`);
    return 2;
  }
  // Loaded here: on a Node that is new enough nobody should have to wait for it.
  const { spawn } = await import('node:child_process');
  const child = spawn(node, args, { stdio: 'inherit' });
  // The terminal sends Ctrl-C to both; the child decides what becomes of it.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 130));
  });
};

const newerNode = async (from: string): Promise<string | null> => {
  const { existsSync } = await import('node:fs');
  const executable = process.platform === 'win32' ? 'node.exe' : 'node';
  for (let folder = path.resolve(from); ; folder = path.dirname(folder)) {
    const candidate = path.join(folder, 'node_modules', '.bin', executable);
    if (existsSync(candidate)) return candidate;
    if (folder === path.dirname(folder)) return null;
  }
};
