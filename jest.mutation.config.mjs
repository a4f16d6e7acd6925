/** For the mutation run: the quick tests as one project, since the runner knows no projects. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {},
  roots: ['<rootDir>/shared', '<rootDir>/services'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['\\.e2e\\.test\\.ts$', '\\.long\\.test\\.ts$', '/node_modules/'],
};
