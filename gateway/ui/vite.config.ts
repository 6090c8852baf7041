import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';
import { fontFiles } from './build/fontFiles.ts';
import { licenseLines, licenses } from './build/licenses.ts';
import { contentSecurityPolicy, fixtureApi } from './test/server/fixtureApi.ts';

const gateway = { '/api': 'http://127.0.0.1:8080', '/q': 'http://127.0.0.1:8080' };

export default defineConfig(({ mode }) => ({
  plugins: [react(), fontFiles(), licenseLines(), ...(mode === 'fixtures' ? [fixtureApi()] : [])],
  build: {
    outDir: '../src/main/resources/META-INF/resources',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: true,
    chunkSizeWarningLimit: 700,
    license: { fileName: licenses },
    modulePreload: { polyfill: false },
  },
  server: { host: '127.0.0.1', port: 5173, ...(mode === 'fixtures' ? {} : { proxy: gateway }) },
  preview: { host: '127.0.0.1', port: 4173, headers: { 'Content-Security-Policy': contentSecurityPolicy } },
  test: {
    environment: 'jsdom',
    include: ['test/**/*.test.{ts,tsx}'],
    setupFiles: ['test/setup.ts'],
    server: { deps: { inline: [/@cloudscape-design\//] } },
    testTimeout: 20_000,
  },
}));
