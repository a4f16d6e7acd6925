const shared = { testEnvironment: 'node', extensionsToTreatAsEsm: ['.ts'], transform: {} };
const sources = ['<rootDir>/shared', '<rootDir>/services', '<rootDir>/localstack', '<rootDir>/tools'];

/** quick: no process, no network. e2e: against the emulator and the running services. long: only by npm run test:long. */
export default {
  // A busy machine is no reason to fail: what a test waits for has limits of its own.
  testTimeout: 30_000,
  projects: [
    {
      ...shared,
      displayName: 'quick',
      roots: sources,
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['\\.e2e\\.test\\.ts$', '\\.long\\.test\\.ts$', '/node_modules/'],
    },
    { ...shared, displayName: 'e2e', roots: sources, testMatch: ['**/*.e2e.test.ts'] },
    { ...shared, displayName: 'long', roots: sources, testMatch: ['**/*.long.test.ts'] },
  ],
};
