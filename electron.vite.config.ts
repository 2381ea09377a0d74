import { chmodSync } from 'node:fs';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';

const at = (file: string): string => path.resolve(import.meta.dirname, file);

/** npm makes a package's commands executable when it links them, not when they are built anew. */
const executable = (file: string): Plugin => ({
  name: 'executable',
  writeBundle: () => chmodSync(file, 0o755),
});

// The dev server injects scripts and styles into the page and talks to it; only the built page is strict.
const looserPolicyInDev: Plugin = {
  name: 'looser-policy-in-dev',
  apply: 'serve',
  transformIndexHtml: (html) => html.replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

// Every dependency is bundled (they are all devDependencies), so the packed app holds out/ and no node_modules.
export default defineConfig({
  main: {
    plugins: [executable(at('out/main/cli.js'))],
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: {
          index: at('src/main/index.ts'),
          cli: at('src/main/cli/index.ts'),
          'find-ids': at('src/main/transfer/kept/find-ids-thread.ts'),
        },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload is a script, not a module: it can only be CommonJS.
      rolldownOptions: {
        input: { index: at('src/main/window/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('src/renderer'),
    plugins: [react(), looserPolicyInDev],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      // Read from the disk beside it: one file is quicker than many.
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
