import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as ids from '../../src/ids';

const manifestText = readFileSync('package.json', 'utf8');
const manifest = JSON.parse(manifestText) as {
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly title: string;
      readonly enablement?: string;
    }[];
    readonly keybindings: readonly { readonly key: string; readonly when: string }[];
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
    readonly languages: readonly { readonly id: string }[];
    readonly configuration: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly media: { readonly svg: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
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
      contributes.configuration.flatMap(({ properties }) => Object.keys(properties)).sort(),
      Object.values(keys)
        .map((key) => `${section}.${key}`)
        .sort(),
    );
    for (const context of Object.values(ids.contexts)) {
      assert.ok(manifestText.includes(context), `${context} is set but used nowhere`);
    }
  });

  it('has a picture for each step of the walkthrough, in the colours of the theme alone', () => {
    for (const { media } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const picture = readFileSync(media.svg, 'utf8');
      assert.match(picture, /<title>/);
      const colours = [...picture.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map((match) => match[1]!);
      for (const colour of colours) assert.match(colour, /^(?:var\(--vscode-|none)/);
    }
  });

  it('has words for every placeholder, and no words without a use', () => {
    const used = new Set([...manifestText.matchAll(/%([\w.]+)%/g)].map((match) => match[1]!));
    assert.deepEqual([...used].sort(), Object.keys(nls).sort());
  });

  it('offers every annotating command in the palette, and only where it can work', () => {
    const declared = new Map(contributes.commands.map((command) => [command.command, command]));
    const hidden = new Set(
      contributes.menus.commandPalette.flatMap(({ command, when }) =>
        when === 'false' ? [command] : [],
      ),
    );
    for (const id of Object.values(ids.annotateCommands).filter((one) => !hidden.has(one))) {
      const enablement = declared.get(id)?.enablement ?? '';
      assert.match(enablement, /^(?:dateline\.article|workspaceFolderCount != 0)/, id);
    }
  });

  it('gives no key twice in one place, and all keys only in its own', () => {
    const keys = contributes.keybindings.map(({ key, when }) => `${key} when ${when}`);
    assert.deepEqual(
      keys.filter((key, i) => keys.indexOf(key) !== i),
      [],
    );
    for (const { when } of contributes.keybindings) {
      assert.match(when, /dateline\.article|focusedView == dateline\./);
    }
  });
});
