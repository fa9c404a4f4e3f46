import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Line } from '../../src/analysis/article';
import type { Labelled } from '../../src/analysis/entities/evaluate';

/** A labelled text as the trainer reads it. */
export interface LabelledText {
  readonly id: string;
  readonly corpus: string;
  readonly text: string;
  readonly mentions: readonly Labelled[];
  readonly noMISC: boolean;
}

/** Every non-blank line as a line of the article's body. */
export function bodyLines(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  text.split('\n').forEach((line, number) => {
    if (line.trim() !== '') {
      const end = start + line.length;
      lines.push({ start, end, number, kind: 'body', score: 1, reason: { message: '', args: [] } });
    }
    start += line.length + 1;
  });
  return lines;
}

interface JsonlRecord {
  id: string;
  text: string;
  mentions: Labelled[];
  noMISC?: boolean;
}

/** A corpus in `{"id","text","mentions"}` lines. */
export function readJsonl(file: string): LabelledText[] {
  const corpus = path.basename(file, '.jsonl');
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const record = JSON.parse(line) as JsonlRecord;
      return { ...record, corpus, noMISC: record.noMISC === true };
    });
}

const inlineMention = /\{(PER|ORG|LOC|MISC) ([^{}]+)\}/g;

/** Our own gold: articles under `=== id | genre`, mentions as `{PER Maria Lopez}`. */
export function readInline(file: string): LabelledText[] {
  const corpus = path.basename(file, '.txt');
  const texts: LabelledText[] = [];
  for (const article of readFileSync(file, 'utf8').split(/^=== /m).slice(1)) {
    const [head = '', ...lines] = article.trim().split('\n');
    let text = '';
    const mentions: Labelled[] = [];
    const marked = lines.filter((line) => line.trim() !== '').join('\n');
    let at = 0;
    for (const match of marked.matchAll(inlineMention)) {
      text += marked.slice(at, match.index);
      const start = text.length;
      text += match[2]!;
      mentions.push({ start, end: text.length, type: match[1] as Labelled['type'] });
      at = match.index + match[0].length;
    }
    text += marked.slice(at);
    texts.push({ id: head.split('|')[0]!.trim(), corpus, text, mentions, noMISC: false });
  }
  return texts;
}

/** All inline files of some folders; folders that are not there are empty. */
export function readInlineFolders(folders: readonly string[]): LabelledText[] {
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort()
        .flatMap((name) => readInline(path.join(folder, name))),
    );
}
