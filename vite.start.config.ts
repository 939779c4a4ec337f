import { defineConfig } from 'vite';

// Last pass of `npm run build`: the server's own entry, apart from the command line. Built together, a part that both need
// may be put into start.js, and whoever imports that starts a server.
export default defineConfig({
  publicDir: false,
  build: {
    ssr: true,
    outDir: 'build',
    emptyOutDir: false,
    target: 'node20',
    sourcemap: true,
    rollupOptions: {
      input: { start: 'src/start.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared/start-[name]-[hash].js' }
    }
  }
});
