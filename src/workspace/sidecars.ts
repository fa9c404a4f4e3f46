import * as vscode from 'vscode';
import { headRecord } from '../annotations/makeRecords';
import { gitAttributes, parseSideCar, parseSideCarPath, sideCarPath } from '../annotations/store';
import type { TextFile } from '../worker/annotationProtocol';
import {
  annotationsOf,
  decisionFiles,
  home,
  namesIn,
  sideCarsOn,
  watchDecisionFiles,
} from './dotDateline';
import { inLanes } from './inLanes';
import { isThere } from './isThere';
import { OldTexts } from './oldTexts';
import { placeOf } from './placeOf';
import { type Leftover, SideCarFiles } from './sidecarFiles';

export type CorpusFile = 'entities' | 'events' | 'rules' | 'learned';

const filesAtOnce = 8;
const { fs } = vscode.workspace;

/** What on disk is new: decisions on some articles, or files that bear on all. */
export interface SideCarChange {
  readonly articles: readonly vscode.Uri[];
  readonly corpus: readonly vscode.Uri[];
  /** Of the corpus files, the lines that are new or gone. */
  readonly lines: readonly string[];
}

/** The lines that only one of two texts has. */
function differingLines(a: string, b: string): string[] {
  const [one, other] = [new Set(a.split('\n')), new Set(b.split('\n'))];
  return [
    ...[...one].filter((line) => !other.has(line)),
    ...[...other].filter((line) => !one.has(line)),
  ];
}

async function readFile(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await fs.readFile(uri));
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return undefined;
    throw error;
  }
}

const nameOf = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** Is this the name of a temporary file of a file? */
const isLeftover = (name: string, file: vscode.Uri): boolean =>
  name.endsWith('.tmp') && name.startsWith(`${nameOf(file)}.`);

async function leftovers(file: string): Promise<Leftover[]> {
  const uri = vscode.Uri.parse(file);
  const folder = vscode.Uri.joinPath(uri, '..');
  const names = (await namesIn(folder)).filter((name) => isLeftover(name, uri));
  const found = names.map(async (name) => {
    const place = vscode.Uri.joinPath(folder, name);
    const mtime = await Promise.resolve(fs.stat(place)).then(
      (stat) => stat.mtime,
      () => Date.now(),
    );
    return { file: place.toString(), age: Date.now() - mtime };
  });
  return Promise.all(found);
}

/** The files under `.dateline/` of the workspace folders: read once, watched, written without loss. */
export class SideCars implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<SideCarChange>();
  readonly onDidChange = this.changed.event;
  private readonly texts = new Map<string, Promise<string | undefined>>();
  private readonly listings = new Map<string, Promise<readonly string[]>>();
  private readonly files = new SideCarFiles(
    {
      read: (file) => readFile(vscode.Uri.parse(file)),
      write: async (file, text) =>
        fs.writeFile(vscode.Uri.parse(file), new TextEncoder().encode(text)),
      rename: async (from, to) =>
        fs.rename(vscode.Uri.parse(from), vscode.Uri.parse(to), { overwrite: true }),
      leftovers,
      remove: async (file) => fs.delete(vscode.Uri.parse(file)),
    },
    () => crypto.randomUUID().slice(0, 8),
    () => Date.now(),
  );
  private readonly oldTexts: OldTexts;
  private readonly disposables: vscode.Disposable[];

  constructor(storage: vscode.Uri | undefined) {
    this.oldTexts = new OldTexts(storage);
    this.disposables = [
      this.changed,
      watchDecisionFiles(
        (file) => void this.look(file),
        (folder) => void this.lookBelow(folder),
      ),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.disposables).dispose();
  }

  /** Reads every file again, whether or not the editor has told of a change; resolves when all was told. */
  async refresh(): Promise<void> {
    for (const { uri } of vscode.workspace.workspaceFolders ?? [])
      await this.lookBelow(vscode.Uri.joinPath(uri, home));
  }

  /** Everyone's side-cars of an article. */
  async of(article: vscode.Uri): Promise<readonly TextFile[]> {
    const place = placeOf(article);
    if (!place) return [];
    const own = sideCarPath(place.path, 'x');
    const folder = vscode.Uri.joinPath(place.folder.uri, own, '..');
    const prefix = own.slice(0, own.lastIndexOf('/') + 1);
    const names = await this.list(folder);
    const files = names
      .map((name) => prefix + name.replace(/\.[^.]+\.tmp$/, ''))
      .filter((file) => parseSideCarPath(file)?.article === place.path);
    return Promise.all([...new Set(files)].sort().map((file) => this.text(place.folder.uri, file)));
  }

  /** Which side-cars go where, when an article or a folder is renamed. */
  async moves(
    before: vscode.Uri,
    after: vscode.Uri,
  ): Promise<readonly { readonly from: vscode.Uri; readonly to: vscode.Uri }[]> {
    const [old, now] = [placeOf(before), placeOf(after)];
    if (!old || !now) return [];
    const [from, to] = [annotationsOf(old), annotationsOf(now)];
    const below = await namesIn(from);
    if (below.length > 0) return [{ from, to }];
    return (await sideCarsOn(old)).map((file) => ({
      from: file,
      to: vscode.Uri.joinPath(to, '..', nameOf(to) + nameOf(file).slice(nameOf(from).length)),
    }));
  }

  /** Reads the side-cars again of an article, or of all articles of a folder, that has come or gone. */
  async reread(uri: vscode.Uri): Promise<void> {
    const place = placeOf(uri);
    if (!place) return;
    const folder = annotationsOf(place);
    const prefix = `${folder.toString()}.`;
    const read = [...this.texts.keys()].filter((id) => id.startsWith(prefix));
    const found = (await sideCarsOn(place)).map(String);
    for (const id of new Set([...read, ...found])) await this.look(vscode.Uri.parse(id));
    await this.lookBelow(folder);
  }

  /** The articles of a folder that anybody annotated, each with the slugs of who did. */
  async annotated(
    folder: vscode.Uri,
  ): Promise<readonly { readonly article: vscode.Uri; readonly slugs: readonly string[] }[]> {
    const slugs = new Map<string, string[]>();
    for (const { path } of await decisionFiles(vscode.Uri.joinPath(folder, home))) {
      const found = parseSideCarPath(path.slice(folder.path.length + 1));
      if (found) slugs.set(found.article, [...(slugs.get(found.article) ?? []), found.annotator]);
    }
    return [...slugs].map(([article, names]) => ({
      article: vscode.Uri.joinPath(folder, article),
      slugs: names,
    }));
  }

  /** Everyone who decided about an article of the workspace, by name. */
  async annotators(): Promise<readonly string[]> {
    const names = new Set<string>();
    for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
      const files = new vscode.RelativePattern(uri, `${home}/annotations/**/*.jsonl`);
      for (const file of await vscode.workspace.findFiles(files, null)) {
        const { text } = await this.text(uri, file.path.slice(uri.path.length + 1));
        for (const record of parseSideCar(text, '').records) names.add(record.by);
      }
    }
    return [...names].sort();
  }

  corpusFile(folder: vscode.Uri, name: CorpusFile): Promise<TextFile> {
    return this.text(folder, `${home}/${name}.jsonl`);
  }

  schema(folder: vscode.Uri): Promise<TextFile> {
    return this.text(folder, `${home}/schema.json`);
  }

  /** The texts that the anchors of side-cars were taken from. */
  textsBefore(sideCars: readonly TextFile[], article: vscode.Uri, now: string): Promise<string[]> {
    return this.oldTexts.of(
      sideCars.map(({ text }) => text),
      article,
      now,
    );
  }

  /** Writes decisions of one person on an article as it reads now. */
  async append(
    article: vscode.Uri,
    text: string,
    by: string,
    records: readonly object[],
  ): Promise<void> {
    const place = placeOf(article);
    if (!place)
      throw new Error(vscode.l10n.t('Only articles in the opened folder can be annotated.'));
    const file = vscode.Uri.joinPath(place.folder.uri, sideCarPath(place.path, by));
    const hash = await this.oldTexts.keep(text);
    const head = headRecord(place.path, hash, by, new Date().toISOString());
    await this.files.append(file.toString(), records, head);
    await this.look(file);
  }

  async appendCorpus(
    folder: vscode.Uri,
    name: CorpusFile,
    records: readonly object[],
  ): Promise<void> {
    const file = vscode.Uri.joinPath(folder, home, `${name}.jsonl`);
    await this.files.append(file.toString(), records);
    await this.look(file);
  }

  /** Lets git join the side-cars of a folder line by line. Nothing is written where the file exists. */
  async writeGitAttributes(folder: vscode.Uri): Promise<void> {
    const file = vscode.Uri.joinPath(folder, home, '.gitattributes');
    if ((await readFile(file)) === undefined) {
      await fs.writeFile(file, new TextEncoder().encode(gitAttributes));
    }
  }

  /** Has the folder a git repository, and no attributes for the side-cars yet? */
  async wantsGitAttributes(folder: vscode.Uri): Promise<boolean> {
    const attributes = vscode.Uri.joinPath(folder, home, '.gitattributes');
    return (await isThere(vscode.Uri.joinPath(folder, '.git'))) && !(await isThere(attributes));
  }

  /** The names in a folder, as they were when the window opened or something there last changed. */
  private list(folder: vscode.Uri): Promise<readonly string[]> {
    const key = folder.toString();
    const listing = this.listings.get(key) ?? namesIn(folder);
    this.listings.set(key, listing);
    return listing;
  }

  private async read(uri: vscode.Uri): Promise<string | undefined> {
    const names = await this.list(vscode.Uri.joinPath(uri, '..'));
    const isWhole = !names.some((name) => isLeftover(name, uri));
    return isWhole ? readFile(uri) : this.files.read(uri.toString());
  }

  private async text(folder: vscode.Uri, file: string): Promise<TextFile> {
    const uri = vscode.Uri.joinPath(folder, file);
    const key = uri.toString();
    const text = this.texts.get(key) ?? this.read(uri);
    this.texts.set(key, text);
    return { file, text: (await text) ?? '' };
  }

  /** Reads a file again and tells of it if it is new. */
  private look(uri: vscode.Uri): Promise<void> {
    this.listings.delete(vscode.Uri.joinPath(uri, '..').toString());
    return this.lookBy(uri, () => this.files.read(uri.toString()));
  }

  /** Reads all files again that are below a folder, or were. */
  private async lookBelow(folder: vscode.Uri): Promise<void> {
    const found = new Map((await decisionFiles(folder)).map((uri) => [uri.toString(), uri]));
    const prefix = `${folder.toString()}/`;
    for (const id of this.texts.keys())
      if (id.startsWith(prefix)) found.set(id, vscode.Uri.parse(id));
    const folders = [...found.values()].map((uri) => vscode.Uri.joinPath(uri, '..').toString());
    for (const each of new Set(folders)) this.listings.delete(each);
    await inLanes(found.values(), filesAtOnce, (uri) => this.lookBy(uri, () => this.read(uri)));
  }

  private async lookBy(uri: vscode.Uri, read: () => Promise<string | undefined>): Promise<void> {
    const key = uri.toString();
    const wasRead = this.texts.has(key);
    const before = await this.texts.get(key)?.catch(() => undefined);
    // Where its folder is just being deleted there is nothing to put back; what is left is tried at the next change.
    await this.files.heal(key).catch(() => undefined);
    const now = read();
    this.texts.set(key, now);
    const text = await now.catch(() => undefined);
    if (wasRead && text === before) return;
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const path = folder && uri.path.slice(folder.uri.path.length + 1);
    const article = path === undefined ? undefined : parseSideCarPath(path)?.article;
    if (folder && article !== undefined) {
      const uris = [vscode.Uri.joinPath(folder.uri, article)];
      this.changed.fire({ articles: uris, corpus: [], lines: [] });
    } else {
      const lines = differingLines(before ?? '', text ?? '');
      this.changed.fire({ articles: [], corpus: [uri], lines });
    }
  }
}
