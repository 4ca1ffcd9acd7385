import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: [
            'collector/**/*.test.ts',
            'data/**/*.test.ts',
            'scripts/**/*.test.ts',
            'tests/**/*.test.ts',
            'site/src/**/*.test.ts',
          ],
          exclude: ['tests/browser/**', 'tests/demo/**', 'data/demo/made/**'],
          environment: 'node',
          env: { TZ: 'UTC' },
          // Of two cores the runner would leave one to itself.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          testTimeout: 30_000,
        },
      },
      {
        // Reads what the step before played; see scripts/check.ts.
        test: {
          name: 'demo',
          include: ['tests/demo/**/*.test.ts'],
          environment: 'node',
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          globalSetup: ['tests/browser/shared-builds.ts'],
          // A file mostly waits for its browser; one at a time would leave a small machine idle.
          maxWorkers: 2,
          environment: 'node',
          testTimeout: 120_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
