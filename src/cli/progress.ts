import type { Result } from './engine';

const interval = 100;

/** Progress and failures on stderr: a counter on a terminal, each skipped or failed input by name. */
export class Progress {
  failed = 0;
  private analysed = 0;
  private skipped = 0;
  private readonly begin = Date.now();
  private shown = 0;
  private readonly terminal = process.stderr.isTTY;

  note(result: Result): void {
    if (result.kind === 'analysed') {
      this.analysed++;
      if (result.input.warning) this.say(`${result.input.id}: ${result.input.warning}`);
    } else {
      if (result.kind === 'failed') this.failed++;
      else this.skipped++;
      this.say(`${result.kind}: ${result.id}: ${result.why}`);
    }
    if (this.terminal && Date.now() - this.shown > interval) {
      this.shown = Date.now();
      process.stderr.write(`\r\x1b[K${this.analysed} articles…`);
    }
  }

  end(): void {
    const seconds = ((Date.now() - this.begin) / 1000).toFixed(1);
    const parts = [`${this.analysed} articles analysed in ${seconds} s`];
    if (this.skipped > 0) parts.push(`${this.skipped} skipped`);
    if (this.failed > 0) parts.push(`${this.failed} failed`);
    this.say(parts.join(', '));
  }

  private say(line: string): void {
    process.stderr.write(`${this.terminal ? '\r\x1b[K' : ''}${line}\n`);
  }
}
