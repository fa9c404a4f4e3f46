import * as vscode from 'vscode';
import { sha256 } from '../annotations/sha256';
import { committedText } from './git';

const headHash = /"sha256":"([0-9a-f]{64})"/g;

/** The SHA-256 of each text that a side-car speaks of, oldest first. */
export function textHashes(sideCar: string): string[] {
  return [...sideCar.matchAll(headHash)].map(([, hash]) => hash!);
}

/** The texts that anchors were taken from, by hash, so that decisions can follow a text that changes outside. */
export class OldTexts {
  private readonly known = new Map<string, string | undefined>();

  /** `storage`: a folder of this workspace that is not in it; without one, texts live as long as the window. */
  constructor(private readonly storage: vscode.Uri | undefined) {}

  /** Keeps a text; returns its hash. */
  async keep(text: string): Promise<string> {
    const hash = await sha256(text);
    if (this.known.get(hash) !== undefined) return hash;
    this.known.set(hash, text);
    const file = this.fileOf(hash);
    if (file) await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(text));
    return hash;
  }

  /**
   * The texts that side-cars of an article speak of in their heads, as far as they are kept, newest first. Where
   * one is missing that is not the text of now, the last commit's stands in for it.
   */
  async of(sideCars: readonly string[], article: vscode.Uri, now: string): Promise<string[]> {
    const wanted = [...new Set(sideCars.flatMap(textHashes).reverse())];
    const kept = await Promise.all(wanted.map((hash) => this.read(hash)));
    const texts = kept.filter((text) => text !== undefined);
    const missing = wanted.filter((_, index) => kept[index] === undefined);
    if (missing.length === 0 || (missing.length === 1 && missing[0] === (await sha256(now)))) {
      return texts;
    }
    const committed = await committedText(article);
    return committed === undefined || committed === now ? texts : [...texts, committed];
  }

  private async read(hash: string): Promise<string | undefined> {
    const file = this.fileOf(hash);
    if (!this.known.has(hash) && file) {
      const bytes = await Promise.resolve(vscode.workspace.fs.readFile(file)).catch(
        () => undefined,
      );
      this.known.set(hash, bytes && new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
    }
    return this.known.get(hash);
  }

  private fileOf(hash: string): vscode.Uri | undefined {
    return this.storage && vscode.Uri.joinPath(this.storage, 'texts', `${hash}.txt`);
  }
}
