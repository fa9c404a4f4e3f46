import { listFiles, PackageManager } from '@vscode/vsce';
import assert from 'node:assert/strict';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

describe('The package', () => {
  it('is smaller than 6 MB', () => {
    assert.ok(statSync(process.env['DATELINE_VSIX']!).size < 6_000_000);
  });

  it('holds what the installed extension reads and nothing else', async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const allowed =
      /^(?:package(?:\.nls(?:\.[\w-]+)?)?\.json|(?:README|CHANGELOG|THIRD_PARTY)\.md|LICENSE|l10n\/.+\.json|dist\/(?:web\/)?(?:extension|annotating|reading|worker)\.js|dist\/webview\/eventMap\.(?:js|css)|media\/.+\.(?:png|svg|md)|(?:syntaxes|schemas)\/.+\.json|models\/[\w-]+\.bin|samples\/.+)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    const bundles = ['dist/extension.js', 'dist/worker.js', 'dist/web/extension.js'];
    const named = readFileSync(join(root, 'package.json'), 'utf8').matchAll(
      /"\.\/([\w/-]+\.json)"/g,
    );
    for (const needed of [...bundles, ...Array.from(named, ([, file]) => file!)]) {
      assert.ok(files.includes(needed), needed);
    }
  });
});
