import { defineConfig } from 'vitest/config';

const conditions = ['imena-source', 'node', 'import', 'module', 'default'];

/** Unit tests run anywhere; `*.int.test.ts` need PostgreSQL, `*.e2e.test.ts` a browser: `npm test` provides both. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'examples/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
  },
});
