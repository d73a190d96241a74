import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import postcssPresetMantine from 'postcss-preset-mantine';
import { defaultClientConditions, defineConfig, type Plugin } from 'vite';

const smallestWorthwhile = 1024;

/** Writes `.br` and `.gz` beside every text of the build, so that the server compresses nothing while people wait. */
function precompress(): Plugin {
  return {
    name: 'precompress',
    apply: 'build',
    writeBundle({ dir = 'dist' }) {
      for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !/\.(js|css|html|svg|json|webmanifest|wasm)$/.test(entry.name)) continue;
        const file = path.join(entry.parentPath, entry.name);
        const bytes = readFileSync(file);
        if (bytes.length < smallestWorthwhile) continue;
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(`${file}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
      }
    },
  };
}

/** `imena-source` makes the packages of this repository resolve to their sources. No inline scripts: the CSP forbids them. */
export default defineConfig({
  plugins: [react(), precompress()],
  resolve: { conditions: ['imena-source', ...defaultClientConditions] },
  css: { postcss: { plugins: [postcssPresetMantine()] } },
  // Module workers load what they need: the reader of PDF files is larger than all else and rarely asked for.
  worker: { format: 'es' },
  server: { port: 5173, proxy: { '/api': process.env['IMENA_SERVER'] ?? 'http://127.0.0.1:8080' } },
  build: {
    target: 'es2023', modulePreload: { polyfill: false }, assetsInlineLimit: 0, chunkSizeWarningLimit: 700,
    // Each file costs a round of headers, so the icons come in one. Larger groups were tried: they load more than a screen needs.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'icons', test: /node_modules[\\/]@tabler/ }] } } },
  },
});
