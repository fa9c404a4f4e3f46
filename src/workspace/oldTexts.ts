import * as vscode from 'vscode';

const headHash = /"sha256":"([0-9a-f]{64})"/g;

/** SHA-256 of a text's UTF-8, as 64 hex digits. */
export async function sha256(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
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

  /** The texts that side-cars speak of in their heads, as far as they are kept, newest first. */
  async of(sideCars: readonly string[]): Promise<string[]> {
    const hashes = sideCars.flatMap((text) =>
      [...text.matchAll(headHash)].map(([, hash]) => hash!),
    );
    const texts = await Promise.all([...new Set(hashes.reverse())].map((hash) => this.read(hash)));
    return texts.filter((text) => text !== undefined);
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
