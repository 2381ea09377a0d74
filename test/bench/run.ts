import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { availableServers } from '../interop/servers/every-server.ts';
import { compareLargeDirectory } from './large-directory.ts';
import { printComparison, writeComparisons } from './report.ts';

/** Measures Longshore beside its peers on the same work. Prints the ratios and leaves them in dist/bench. */

const project = fileURLToPath(new URL('../..', import.meta.url));
const cli = `${project}out/main/cli.js`;

const { reason } = await availableServers();
if (!existsSync(cli)) {
  console.error('There is no build to measure: npm run build');
  process.exitCode = 1;
} else if (reason !== null) {
  console.error(`Nothing measured: ${reason}`);
  process.exitCode = 1;
} else {
  const comparisons = await compareLargeDirectory(cli);
  for (const comparison of comparisons) printComparison(comparison);
  console.log(`written to ${await writeComparisons(`${project}dist/bench`, comparisons)}`);
}
