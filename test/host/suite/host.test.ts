import assert from 'node:assert/strict';
import * as vscode from 'vscode';

describe('The test host', () => {
  it('opens a folder in a VS Code that the extension supports', () => {
    const [major, minor] = vscode.version.split('.').map(Number);
    assert.ok(major! > 1 || minor! >= 100, vscode.version);
    assert.equal(vscode.workspace.workspaceFolders?.[0]?.name, 'articles');
  });
});
