#!/usr/bin/env node
import { keepCompiled } from './keep-compiled.ts';
import { runOnNewerNode } from './newer-node.ts';

/** Composition root of the command line. Nothing newer than the oldest Node is loaded before its version is known. */

const status = await runOnNewerNode(process.argv.slice(1));
if (status !== null) process.exitCode = status;
else {
  keepCompiled();
  const { start } = await import('./start.ts');
  await start();
}
