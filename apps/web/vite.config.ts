import react from '@vitejs/plugin-react';
import postcssPresetMantine from 'postcss-preset-mantine';
import { defaultClientConditions, defineConfig } from 'vite';

/** `imena-source` makes the packages of this repository resolve to their sources. No inline scripts: the CSP forbids them. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['imena-source', ...defaultClientConditions] },
  css: { postcss: { plugins: [postcssPresetMantine()] } },
  server: { port: 5173, proxy: { '/api': process.env['IMENA_SERVER'] ?? 'http://127.0.0.1:8080' } },
  build: { target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
});
