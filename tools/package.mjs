import { prepare } from './lib/prepare.mjs';

// npm run package [-- electron-builder's options]
await prepare();
const { packageApp } = await import('./package/package-app.ts');
process.exitCode = await packageApp(process.argv.slice(2));
