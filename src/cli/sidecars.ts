import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { parseSideCarPath, sideCarPath } from '../annotations/store';
import type { TextFile } from '../worker/annotationProtocol';
import { type Leftover, SideCarFiles } from '../workspace/sidecarFiles';

const home = '.dateline';

async function readIfThere(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** A folder of articles and what people decided about them. */
export interface AnnotatedFolder {
  readonly root: string;
  /** An article's path in the folder, with `/`. */
  pathOf(file: string): string;
  sideCars(article: string): Promise<readonly TextFile[]>;
  corpusFile(name: 'entities' | 'rules' | 'events' | 'learned'): Promise<TextFile>;
}

/** The nearest folder above a file that holds decisions, else the working folder. */
export async function folderOf(file: string): Promise<AnnotatedFolder> {
  let folder = dirname(resolve(file));
  for (;;) {
    const holds = await stat(join(folder, home)).then(
      (found) => found.isDirectory(),
      () => false,
    );
    if (holds) return annotatedFolder(folder);
    const above = dirname(folder);
    if (above === folder) return annotatedFolder(resolve('.'));
    folder = above;
  }
}

export function annotatedFolder(root: string): AnnotatedFolder {
  const sideCars = sideCarFiles();
  const read = async (file: string): Promise<TextFile> => ({
    file,
    text: (await sideCars.read(join(root, file))) ?? '',
  });
  return {
    root,
    pathOf: (file) => relative(root, resolve(file)).split(sep).join('/'),
    async sideCars(article) {
      const own = sideCarPath(article, 'x');
      const folder = own.slice(0, own.lastIndexOf('/') + 1);
      const names = await readdir(join(root, folder)).catch(() => []);
      const files = names
        .map((name) => folder + name.replace(/\.[^.]+\.tmp$/, ''))
        .filter((file) => parseSideCarPath(file)?.article === article);
      return Promise.all([...new Set(files)].sort().map(read));
    },
    corpusFile: (name) => read(`${home}/${name}.jsonl`),
  };
}

async function leftovers(file: string): Promise<Leftover[]> {
  const folder = dirname(file);
  const names = await readdir(folder).catch(() => []);
  const left = names.filter(
    (name) => name.startsWith(`${basename(file)}.`) && name.endsWith('.tmp'),
  );
  const found = left.map(async (name) => {
    const { mtimeMs } = await stat(join(folder, name));
    return { file: join(folder, name), age: Date.now() - mtimeMs };
  });
  return Promise.all(found);
}

/** Reads and writes side-cars as the editor does: nothing lost. */
export function sideCarFiles(): SideCarFiles {
  return new SideCarFiles(
    {
      read: readIfThere,
      write: async (file, text) => {
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, text);
      },
      rename,
      leftovers,
      remove: (file) => rm(file, { force: true }),
    },
    () => randomUUID().slice(0, 8),
    () => Date.now(),
  );
}
