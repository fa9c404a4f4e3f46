import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import { uiStrings } from './uiStrings';

type Strings = Readonly<Record<string, string>>;
const read = (path: string): Strings => JSON.parse(readFileSync(path, 'utf8')) as Strings;

/** The places to be filled and the commands behind links: both must come through a translation. */
const fixed = (text: string): string[] =>
  [...new Set(text.match(/\{\d+\}|\(command:[\w.]+\)/g) ?? [])].sort();

describe('the German words', () => {
  const german = read('l10n/bundle.l10n.de.json');
  const english = read('package.nls.json');
  const manifest = read('package.nls.de.json');

  it('are there for the strings of the source', () => {
    const strings = [...uiStrings()];
    assert.deepEqual(
      strings.filter((text) => !german[text]?.trim()),
      [],
    );
  });

  it('are for strings that the source holds', () => {
    const source = globSync('src/**/*.ts')
      .map((path) => readFileSync(path, 'utf8'))
      .join('\n');
    const known = Object.keys(german);
    const isThere = (text: string): boolean =>
      source.includes(`'${text}'`) || source.includes(`"${text}"`);
    assert.deepEqual(
      known.filter((text) => !isThere(text)),
      [],
    );
  });

  it('are there for the strings of the manifest', () => {
    const keys = Object.keys(english);
    assert.deepEqual(
      keys.filter((key) => !manifest[key]?.trim()),
      [],
    );
  });

  it('have the same places and commands as the English', () => {
    const ofManifest = Object.entries(manifest).map(([key, text]) => [english[key] ?? text, text]);
    for (const [text, translated] of [...Object.entries(german), ...ofManifest]) {
      assert.deepEqual(fixed(translated!), fixed(text!), text);
    }
  });
});
