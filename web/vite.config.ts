import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { guidePages } from './guide-pages.ts'
import { pdfReader } from './pdf-reader.ts'
import { precompress } from './precompress.ts'

/** Where a running Lantai answers while pages are developed with hot reload. */
const server = process.env['LANTAI_URL'] ?? 'http://127.0.0.1:8080'

export default defineConfig({
  root: import.meta.dirname,
  cacheDir: '../.cache/vite',
  plugins: [guidePages(), react(), pdfReader(), precompress()],
  server: { proxy: { '/api': server, '/content': server, '/upload': server } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    // Inlined assets would need a wider content security policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 600,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // Changes only when a dependency is raised, so browsers keep it for months.
            { name: 'frame', test: /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/, priority: 2 },
            // Small and used on every page: one request instead of twenty.
            { name: 'pieces', test: /web[\\/]pieces[\\/]/, priority: 1 },
          ],
        },
      },
    },
  },
})
