import { prepare } from './lib/prepare.mjs';

// npm test [-- ring...]
await prepare();
const { testAll } = await import('./test/test-all.ts');
process.exitCode = await testAll(process.argv.slice(2));
