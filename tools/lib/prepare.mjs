import { spawn } from 'node:child_process';
import { installDependencies } from './dependencies.mjs';
import { nodeRuntime } from './paths.mjs';

const NEEDED_MAJOR = 24;

/**
 * Everything a script needs before it can begin: the dependencies, and Node 24. These first steps run on whatever Node
 * started them (20 and newer) with nothing installed; where the project's own Node 24 then stands in node_modules, the
 * script is started again on it and this process ends with its status. Returns on Node 24 only.
 *
 * @returns {Promise<void>}
 */
export const prepare = async () => {
  await installDependencies();
  if (Number(process.versions.node.split('.')[0]) >= NEEDED_MAJOR) return;
  const runtime = nodeRuntime();
  if (!runtime) {
    console.error(`Longshore's scripts need Node ${NEEDED_MAJOR} or newer on this system; this is ${process.version}.`);
    process.exit(1);
  }
  const child = spawn(runtime, process.argv.slice(1), { stdio: 'inherit' });
  // The terminal tells both of Ctrl-C; the child decides when it is done. What is sent to this process alone goes on.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  const status = await new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 1)));
    child.once('error', () => resolve(1));
  });
  process.exit(Number(status));
};
