import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { boot } from './build/boot.ts'
import { compress } from './build/compress.ts'
import { documents } from './build/documents.ts'

const server = process.env.LTC_DEV_SERVER ?? 'http://localhost:8080'
// These are pages too: what asks for one is answered here.
const posts = {
  target: server,
  bypass: (req: { method?: string; url?: string }) => (req.method === 'GET' ? req.url : undefined),
}

export default defineConfig({
  plugins: [documents(), react(), boot(), compress()],
  resolve: { alias: { '~': new URL('./src', import.meta.url).pathname } },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    manifest: 'assets/manifest.json', // perf/size.mjs reads what the first page loads
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0, // the policy allows fonts and scripts from files alone
  },
  server: {
    fs: { allow: ['..'] }, // the sentences of the rules stand in ltc/fault/rules.json
    proxy: {
      '/graphql': { target: server, ws: true },
      '/signin': server,
      '/signout': server,
      '/setup': posts,
      '/invitation': posts,
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testing/setup.ts'],
    testTimeout: 20_000, // two shared cores
  },
})
