import { listFiles, PackageManager } from '@vscode/vsce';
import assert from 'node:assert/strict';
import { statSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');

describe('The package', () => {
  it('is smaller than 6 MB', () => {
    assert.ok(statSync(process.env['DATELINE_VSIX']!).size < 6_000_000);
  });

  it('holds what the installed extension reads and nothing else', async () => {
    const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
    const allowed =
      /^(?:package(?:\.nls(?:\.[\w-]+)?)?\.json|(?:README|CHANGELOG|THIRD_PARTY)\.md|LICENSE|l10n\/.+\.json|dist\/(?:web\/)?(?:extension|annotating|reading|worker)\.js|media\/.+\.(?:png|svg|md)|(?:syntaxes|schemas)\/.+\.json|models\/[\w-]+\.bin|samples\/.+)$/;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    for (const needed of ['dist/extension.js', 'dist/worker.js', 'dist/web/extension.js']) {
      assert.ok(files.includes(needed), needed);
    }
  });
});
