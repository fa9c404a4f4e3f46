import assert from 'node:assert/strict';
import { decodeText } from '../../src/cli/decodeText';

describe('decoding of files', () => {
  it('drops a byte-order mark', () => {
    assert.equal(decodeText(Buffer.from('\ufeffZoë')).text, 'Zoë');
    assert.equal(decodeText(Buffer.from('\ufeffZoë', 'utf16le')).text, 'Zoë');
  });

  it('reads other bytes as Windows-1252 and says so', () => {
    const { text, warning } = decodeText(Buffer.from([0x5a, 0x6f, 0xeb, 0x92]));
    assert.equal(text, 'Zoë’');
    assert.match(warning ?? '', /not UTF-8/);
  });

  it('has no warning for UTF-8', () => {
    assert.deepEqual(decodeText(Buffer.from('„Größe“ 😀')), { text: '„Größe“ 😀' });
  });
});
