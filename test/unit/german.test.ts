import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { uiStrings } from './uiStrings';

type Strings = Readonly<Record<string, string>>;
const read = (path: string): Strings => JSON.parse(readFileSync(path, 'utf8')) as Strings;

/** The places to be filled and the commands behind links: both must come through a translation. */
const fixed = (text: string): string[] =>
  [...new Set(text.match(/\{\d+\}|\(command:[\w.]+\)/g) ?? [])].sort();

/**
 * Strings that were just written may wait a little for their German, in which VS Code shows the English: one in
 * twenty, and each is named.
 */
function mayWait(what: string, late: readonly string[], all: number): void {
  if (late.length > 0) console.log(`      ${what}: ${late.map((text) => `“${text}”`).join(', ')}`);
  assert.ok(late.length <= all / 20, `${what}: ${late.length} of ${all}`);
}

describe('the German words', () => {
  const german = read('l10n/bundle.l10n.de.json');
  const english = read('package.nls.json');
  const manifest = read('package.nls.de.json');

  it('are there for the strings of the source', () => {
    const strings = [...uiStrings()];
    mayWait(
      'without German',
      strings.filter((text) => !german[text]?.trim()),
      strings.length,
    );
  });

  it('are for strings that the source holds', () => {
    const source = globSync('src/**/*.ts')
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const known = Object.keys(german);
    const isThere = (text: string): boolean =>
      source.includes(`'${text}'`) || source.includes(`"${text}"`);
    mayWait(
      'German without a string',
      known.filter((text) => !isThere(text)),
      known.length,
    );
  });

  it('are there for the strings of the manifest', () => {
    const keys = Object.keys(english);
    mayWait(
      'without German',
      keys.filter((key) => !manifest[key]?.trim()),
      keys.length,
    );
  });

  it('have the same places and commands as the English', () => {
    const ofManifest = Object.entries(manifest).map(([key, text]) => [english[key] ?? text, text]);
    for (const [text, translated] of [...Object.entries(german), ...ofManifest]) {
      assert.deepEqual(fixed(translated!), fixed(text!), text);
    }
  });
});
