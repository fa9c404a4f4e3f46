/** Does something once it has not been asked for again during so many milliseconds. */
export class AfterQuiet {
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly quiet: number,
    private readonly act: () => Promise<void>,
  ) {}

  /** Failures are silent: what is put off like this is done again at the next change. */
  ask(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.act().catch(() => undefined), this.quiet);
  }

  dispose(): void {
    clearTimeout(this.timer);
  }
}
