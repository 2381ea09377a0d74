import { prepare } from './lib/prepare.mjs';

// npm run bench [-- work...]
await prepare();
const { bench } = await import('./bench/bench.ts');
process.exitCode = await bench(process.argv.slice(2));
