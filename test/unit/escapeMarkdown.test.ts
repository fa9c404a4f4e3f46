import assert from 'node:assert/strict';
import { escapeMarkdown } from '../../src/editor/escapeMarkdown';

describe('escaping of article text in Markdown', () => {
  it('escapes every ASCII punctuation mark and nothing else', () => {
    const ascii = Array.from({ length: 94 }, (_, i) => String.fromCharCode(33 + i)).join('');
    const escaped = escapeMarkdown(ascii);
    for (const mark of ascii) {
      assert.equal(escaped.includes(`\\${mark}`), /[^\p{L}\p{N}]/u.test(mark), mark);
    }
    assert.equal(escapeMarkdown('Zoë 😀 – „Größe“'), 'Zoë 😀 – „Größe“');
  });

  it('leaves no command link, image, icon or autolink whole', () => {
    const hostile =
      '[x](command:workbench.action.quit) <img src=x onerror=y> $(icon) https://evil.example `a` **b**';
    // Without its escaped marks nothing is left that Markdown could take for syntax.
    const rest = escapeMarkdown(hostile).replace(/\\[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/g, '');
    assert.doesNotMatch(rest, /[!"#$%&'()*+,\-./:;<=>?@[\\\]^_`{|}~]/);
  });

  it('keeps to one line, so that no list, heading or code block can begin', () => {
    assert.equal(escapeMarkdown('a\n\n# b\r\n    c'), 'a \\# b c');
  });
});
