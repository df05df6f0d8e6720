/** Ends a run with one plain line, so that a script can read what came of it; a run of no test at all is a failure. */
export default class ClosingLine {
  #ran = 0

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
    const failed = numFailedTests + numRuntimeErrorTestSuites
    this.#ran = numPassedTests + failed
    const skipped = numPendingTests === 0 ? '' : `, ${numPendingTests} skipped`
    process.stdout.write(`\n${numPassedTests} passed, ${failed} failed${skipped}\n`)
  }

  getLastError() {
    return this.#ran === 0 ? new Error('no test was run') : undefined
  }
}
