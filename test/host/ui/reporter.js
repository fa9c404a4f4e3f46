const { reporters } = require('mocha');

/** Mocha's list of tests, with a word on each that needed its second chance. */
module.exports = function reporter(runner, options) {
  runner.on('retry', (test, error) => {
    console.log(`    A second time: ${test.fullTitle()}\n${error.stack ?? error.message}\n`);
  });
  return new reporters.Spec(runner, options);
};
