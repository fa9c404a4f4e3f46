/** As many articles as a renamed folder or another branch may take away. */
const most = 20_000;

/** The events of articles that went, by the hashes of their texts, for those that come back under another name. */
export class Departed {
  private readonly events = new Map<string, string>();

  note(hash: string, event: string): void {
    // The latest stand last.
    this.events.delete(hash);
    this.events.set(hash, event);
    if (this.events.size > most) this.events.delete(this.events.keys().next().value!);
  }

  /** The event of the article with this text that went last; it is told once. */
  take(hash: string): string | undefined {
    const event = this.events.get(hash);
    this.events.delete(hash);
    return event;
  }
}
