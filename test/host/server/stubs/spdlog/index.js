// The real module is compiled C++. This one appends plain lines to the same log files.
const fs = require('node:fs');
const path = require('node:path');

const names = ['trace', 'debug', 'info', 'warn', 'error', 'critical', 'off'];

class Logger {
  constructor(file) {
    this.file = file;
    this.level = 2;
    if (file) fs.mkdirSync(path.dirname(file), { recursive: true });
    names.slice(0, 6).forEach((name, level) => {
      this[name] = (message) => this.write(level, message);
    });
  }
  write(level, message) {
    if (!this.file || level < this.level) return;
    fs.appendFile(
      this.file,
      `${new Date().toISOString()} [${names[level]}] ${message}\n`,
      () => undefined,
    );
  }
  getLevel() {
    return this.level;
  }
  setLevel(level) {
    this.level = level;
  }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}

exports.version = 0;
exports.setLevel = () => undefined;
exports.setFlushOn = () => undefined;
exports.shutdown = () => undefined;
exports.Logger = Logger;
exports.createRotatingLogger = async (_name, file) => new Logger(file);
exports.createAsyncRotatingLogger = exports.createRotatingLogger;
