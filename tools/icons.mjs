import { prepare } from './lib/prepare.mjs';

// npm run icons
await prepare();
const { makeIcons } = await import('./icons/make-icons.ts');
process.exitCode = await makeIcons();
