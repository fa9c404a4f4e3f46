import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

type Strings = Readonly<Record<string, string>>;
const read = (path: string): Strings => JSON.parse(readFileSync(path, 'utf8')) as Strings;

/** The places to be filled and the commands behind links: both must come through a translation. */
const fixed = (text: string): string[] =>
  [...new Set(text.match(/\{\d+\}|\(command:[\w.]+\)/g) ?? [])].sort();

describe('the German words', () => {
  const german = read('l10n/bundle.l10n.de.json');

  it('have the same places and commands as the English', () => {
    const manifest = read('package.nls.de.json');
    const pairs = [
      ...Object.entries(german),
      ...Object.entries(read('package.nls.json')).map(([key, text]) => [
        text,
        manifest[key] ?? text,
      ]),
    ];
    for (const [english, text] of pairs) assert.deepEqual(fixed(text!), fixed(english!), english);
  });
});
