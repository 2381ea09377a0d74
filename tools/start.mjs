import { prepare } from './lib/prepare.mjs';

// npm start, npm run practice
await prepare();
const { start } = await import('./start/start.ts');
process.exitCode = await start(process.argv.slice(2));
