import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as ids from '../../src/ids';

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly languages: readonly { readonly id: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly colors: readonly { readonly id: string }[];
  };
};
const nls = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<
  Record<string, string>
>;
const { contributes } = manifest;

describe('manifest', () => {
  it('declares only commands that the code knows', () => {
    const known = new Set<string>(
      [ids.commands, ids.annotateCommands].flatMap((family) => Object.values(family)),
    );
    for (const { command } of contributes.commands) assert.ok(known.has(command), command);
  });

  it('names each view, language, setting and context as the code does', () => {
    const declaredViews = Object.values(contributes.views)
      .flat()
      .map(({ id }) => id);
    assert.deepEqual(declaredViews.sort(), Object.values(ids.views).sort());
    assert.deepEqual(
      contributes.languages.map(({ id }) => id),
      Object.values(ids.languages),
    );
    const { section, ...keys } = ids.settings;
    assert.deepEqual(
      Object.keys(contributes.configuration.properties).sort(),
      Object.values(keys)
        .map((key) => `${section}.${key}`)
        .sort(),
    );
    for (const context of Object.values(ids.contexts)) {
      assert.ok(manifestText.includes(context), `${context} is set but used nowhere`);
    }
  });

  it('has words for every placeholder, and no words without a use', () => {
    const used = new Set([...manifestText.matchAll(/%([\w.]+)%/g)].map((match) => match[1]!));
    assert.deepEqual([...used].sort(), Object.keys(nls).sort());
  });
});
