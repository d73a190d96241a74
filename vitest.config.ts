import { defineConfig } from 'vitest/config';

// vitest hands these to node itself: `import` or `module` here would make require() answer with ES modules.
const conditions = ['imena-source', 'node'];

/** Unit tests run anywhere; `*.int.test.ts` need PostgreSQL, `*.e2e.test.ts` a browser: `npm test` provides both. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions, externalConditions: conditions } },
  // The environment in which vitest loads globalSetup; without this it looks for built packages.
  environments: { __vitest__: { resolve: { conditions, externalConditions: conditions } } },
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'examples/**/*.test.ts', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    globalSetup: ['scripts/build-kernels.mjs', 'apps/server/src/database/testing/global-setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // What is waited for comes on a slow machine too; the default of one second is a claim about speed.
    expect: { poll: { timeout: 60_000 } },
    maxWorkers: 2,
  },
});
