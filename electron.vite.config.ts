import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (file: string): string => path.resolve(import.meta.dirname, file);

// Every dependency is bundled (they are all devDependencies), so the packed app holds out/ and no node_modules.
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: { input: { index: at('src/main/index.ts'), cli: at('src/main/cli/index.ts') } },
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
    plugins: [react()],
    build: {
      outDir: at('out/renderer'),
      minify: true,
      rolldownOptions: { input: { index: at('src/renderer/index.html') } },
    },
  },
});
