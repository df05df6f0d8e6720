// Native ESM: @swc/jest only strips types, so tests see the modules that Node sees.
export default {
  testEnvironment: 'node',
  reporters: ['default', '<rootDir>/test/closing-line.js'],
  setupFiles: ['<rootDir>/test/fast-check-seed.ts'],
  // Most tests wait for other processes: one worker less than there are processors would leave half of two idle.
  maxWorkers: '100%',
  // Real tools and processes take longer than plain functions; what hangs still ends.
  testTimeout: 60_000,
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/examples/'],
}
