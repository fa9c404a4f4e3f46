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

  it('are there for every string of the source', () => {
    const missing = [...uiStrings()].filter((text) => !german[text]?.trim());
    assert.deepEqual(missing, []);
  });

  it('are for strings that the source holds', () => {
    const sources = globSync('src/**/*.ts').map((path) => readFileSync(path, 'utf8'));
    const all = sources.join('\n');
    const unused = Object.keys(german).filter(
      (text) => !all.includes(`'${text}'`) && !all.includes(`"${text}"`),
    );
    assert.deepEqual(unused, []);
  });

  it('are there for every string of the manifest', () => {
    const english = read('package.nls.json');
    assert.deepEqual(Object.keys(read('package.nls.de.json')), Object.keys(english));
  });

  it('have the same places and commands as the English', () => {
    const manifest = read('package.nls.de.json');
    const pairs = [
      ...Object.entries(german),
      ...Object.entries(read('package.nls.json')).map(([key, text]) => [text, manifest[key]!]),
    ];
    for (const [english, text] of pairs) assert.deepEqual(fixed(text!), fixed(english!), english);
  });
});
