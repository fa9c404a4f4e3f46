const { writeFileSync } = require('node:fs');
const { reporters } = require('mocha');

/**
 * Mocha's list of tests, with a word on each that needed its second chance. Of the outcome it prints the failures only
 * and leaves the suites of all tests in the file `DATELINE_TEST_OUTCOME`, for the one who sums up.
 */
module.exports = class Reporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    this.passed = [];
    runner.on('pass', (test) => this.passed.push(test.titlePath()[0]));
    runner.on('retry', (test, error) => {
      console.log(`    A second time: ${test.fullTitle()}\n${error.stack ?? error.message}\n`);
    });
  }

  epilogue() {
    reporters.Base.list(this.failures);
    const failed = this.failures.map((test) => test.titlePath()[0]);
    writeFileSync(
      process.env.DATELINE_TEST_OUTCOME,
      JSON.stringify({ passed: this.passed, failed }),
    );
  }
};
