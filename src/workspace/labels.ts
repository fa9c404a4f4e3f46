import * as vscode from 'vscode';
import type { Label } from '../annotations/schema';
import type { Decisions } from './decisions';
import { placeOf } from './placeOf';

/** The labels of each folder as its `schema.json` gives them, read once and again when the file changes. */
export class Labels implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  readonly onDidChange = this.changed.event;
  private readonly known = new Map<string, readonly Label[]>();
  private readonly reading = new Map<string, Promise<readonly Label[]>>();
  private readonly disposables: readonly vscode.Disposable[];

  constructor(private readonly decisions: Decisions) {
    this.disposables = [
      this.changed,
      decisions.sideCars.onDidChange(({ corpus }) => {
        if (!corpus.some(({ path }) => path.endsWith('/schema.json'))) return;
        this.reading.clear();
        this.changed.fire();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** What is known of an article's labels by now; `onDidChange` tells when more is. */
  now(article: vscode.Uri): readonly Label[] {
    const folder = placeOf(article)?.folder.uri;
    if (!folder) return [];
    void this.of(article);
    return this.known.get(folder.toString()) ?? [];
  }

  /** The labels of the folder of an article. */
  of(article: vscode.Uri): Promise<readonly Label[]> {
    const folder = placeOf(article)?.folder.uri;
    const key = folder?.toString() ?? '';
    const reading = this.reading.get(key) ?? this.read(folder, key);
    this.reading.set(key, reading);
    return reading;
  }

  private async read(folder: vscode.Uri | undefined, key: string): Promise<readonly Label[]> {
    const { calls, sideCars, log } = this.decisions;
    const { file, text } = folder ? await sideCars.schema(folder) : { file: '', text: '' };
    const { schema, problems } = await calls.schema(text);
    if (folder) {
      const broken = problems.map((problem) => ({ file, line: 1, text: '', problem }));
      log.noteBroken([file], broken);
    }
    const before = this.known.get(key);
    this.known.set(key, schema.labels);
    if (JSON.stringify(before) !== JSON.stringify(schema.labels)) this.changed.fire();
    return schema.labels;
  }
}
