import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Line, LineKind, Mention } from '../../src/analysis/article';
import { agreeOnTypes } from '../../src/analysis/entities/agree';
import { createRecogniser, type Recogniser } from '../../src/analysis/entities/recognise';

function linesOf(text: string, kinds: readonly LineKind[] = []): Line[] {
  const lines: Line[] = [];
  let start = 0;
  text.split('\n').forEach((raw, number) => {
    const end = start + raw.replace(/\r$/, '').length;
    if (raw.trim() !== '') {
      const kind = kinds[lines.length] ?? 'body';
      lines.push({ start, end, number, kind, score: 1, reason: { message: '', args: [] } });
    }
    start += raw.length + 1;
  });
  return lines;
}

describe('names in a news text', () => {
  let recognise: Recogniser;
  const find = (text: string, kinds?: readonly LineKind[]): Mention[] => {
    const mentions = recognise(text, linesOf(text, kinds));
    let before = 0;
    for (const mention of mentions) {
      assert.equal(text.slice(mention.start, mention.end), mention.text);
      assert.ok(
        mention.start >= before && mention.end > mention.start,
        'in order, never overlapping',
      );
      assert.ok(mention.score > 0 && mention.score <= 1);
      before = mention.end;
    }
    return mentions;
  };
  const names = (text: string, kinds?: readonly LineKind[]): string[] =>
    find(text, kinds).map(({ type, text: name }) => `${type} ${name}`);

  before(() => {
    recognise = createRecogniser(new Uint8Array(readFileSync('models/entities.bin')));
  });

  it('leaves the title out of the name and keeps it as the role', () => {
    const text =
      'Talks went on as Russian President Vladimir Putin met Foreign Minister Sergei Lavrov.';
    const people = find(text).filter(({ type }) => type === 'PER');
    assert.deepEqual(
      people.map(({ text: name, role }) => [name, role && text.slice(role.start, role.end)]),
      [
        ['Vladimir Putin', 'Russian President'],
        ['Sergei Lavrov', 'Foreign Minister'],
      ],
    );
  });

  it('reads a dateline in capitals as two places and an agency', () => {
    const text =
      'MOSCOW/BUDAPEST (Worthy News) – Moscow has confirmed that Russian President Vladimir Putin will travel.';
    assert.deepEqual(names(text).slice(0, 4), [
      'LOC MOSCOW',
      'LOC BUDAPEST',
      'ORG Worthy News',
      'LOC Moscow',
    ]);
  });

  it('cuts possessives off and keeps joint names apart', () => {
    const found = names(
      'Russia’s army left. Talks between Russia and Iran begin in Germany’s capital.',
    );
    assert.deepEqual(found, ['LOC Russia', 'LOC Russia', 'LOC Iran', 'LOC Germany']);
  });

  it('keeps titles, prices and the numbers of questions out of names', () => {
    const found = names(
      'Q7: What did Mr. Fox pay?\n' +
        'Mr. Fox paid Rs 174 to Air Force Commander Lt. Gen. Turki bin Bandar over R92 million in loans.',
    );
    assert.deepEqual(
      found.filter((name) => name.startsWith('PER')),
      ['PER Fox', 'PER Fox', 'PER Turki bin Bandar'],
    );
    assert.ok(!found.some((name) => /Q7|Rs|R92|Mr|Gen/.test(name)), found.join(', '));
  });

  it('takes the members of a party for MISC, beside their chamber or state', () => {
    const found = names(
      'WASHINGTON — Senate Democrats met on Monday, and Republicans did not.\n' +
        'Representative Bruce Braley, an Iowa Democrat, apologized to Republicans in the Senate.',
    );
    assert.deepEqual(found.slice(1), [
      'ORG Senate',
      'MISC Democrats',
      'MISC Republicans',
      'PER Bruce Braley',
      'LOC Iowa',
      'MISC Democrat',
      'MISC Republicans',
      'ORG Senate',
    ]);
  });

  it('lets the full name of a person decide about its parts, unless they are sure', () => {
    const mention = (name: string, type: Mention['type'], score: number): Mention => ({
      start: 0,
      end: name.length,
      type,
      text: name,
      score,
      boilerplate: false,
    });
    const full = [1, 2, 3].map(() => mention('Devon Lofton', 'PER', 0.8));
    const agreed = (score: number): string[] =>
      agreeOnTypes([...full, mention('Devon', 'LOC', score)]).map(({ type }) => type);
    assert.deepEqual(agreed(0.6), ['PER', 'PER', 'PER', 'PER']);
    assert.deepEqual(agreed(0.97), ['PER', 'PER', 'PER', 'LOC']);
  });

  it('takes the short name of a company for the company, once the full one was read', () => {
    const found = names(
      'The jobs that Halden Freight of Gothenburg wants to cut are in Hull.\nHalden announced the deal on Wednesday. A spokesman for Halden said that the figure was wrong.',
    );
    assert.deepEqual(
      found.filter((name) => name.includes('Halden')),
      ['ORG Halden Freight', 'ORG Halden', 'ORG Halden'],
    );
    assert.ok(found.includes('LOC Gothenburg') && found.includes('LOC Hull'));
    const alone = names('The mayor of Halden met the mayor of Hull on Wednesday.');
    assert.ok(alone.includes('LOC Halden'), 'a place without a company');
  });

  it('keeps particles inside names', () => {
    const found = names(
      'Syrian leader Bashar al-Assad met Ursula von der Leyen, the head of the European Commission.',
    );
    assert.ok(found.includes('PER Bashar al-Assad'));
    assert.ok(found.includes('PER Ursula von der Leyen'));
    assert.ok(found.includes('ORG European Commission'));
    assert.ok(found.includes('MISC Syrian'));
  });

  it('reads headlines in capitals with the help of the body', () => {
    const text =
      'PUTIN MEETS PEZESHKIAN IN MOSCOW FOR TALKS\n' +
      'Russian President Vladimir Putin met Masoud Pezeshkian in Moscow on Friday. Putin praised the pact.';
    assert.deepEqual(names(text).slice(0, 3), ['PER PUTIN', 'PER PEZESHKIAN', 'LOC MOSCOW']);
  });

  it('finds the well-known in a text without any capitals', () => {
    const found = names(
      'russian president vladimir putin will meet leaders from germany and china in london next week, ' +
        'officials in moscow said on friday after the talks had ended.',
    );
    assert.ok(found.includes('PER vladimir putin'));
    for (const place of ['germany', 'china', 'london', 'moscow']) {
      assert.ok(found.includes(`LOC ${place}`), place);
    }
  });

  it('marks names in boilerplate, which give no evidence about the body', () => {
    const body = 'Mercer said the talks would go on. The minister left Oslo.';
    const footer = 'More from Mercer Holdings Ltd: shop at Mercer Holdings Ltd, Berlin';
    const all = find(`${body}\n${footer}`, ['body', 'related']);
    const inBody = all.filter(({ boilerplate }) => !boilerplate);
    assert.deepEqual(inBody, find(body));
    assert.ok(all.some(({ boilerplate, text: name }) => boilerplate && name === 'Berlin'));
  });

  it('takes the author of a byline for a person, with the role', () => {
    const text =
      'By Stefan J. Bos, Chief International Correspondent Worthy News\nMOSCOW – Talks began.';
    const [author] = find(text, ['byline', 'body']);
    assert.equal(author!.type, 'PER');
    assert.equal(author!.text, 'Stefan J. Bos');
    assert.equal(
      text.slice(author!.role!.start, author!.role!.end),
      'Chief International Correspondent',
    );
  });

  it('takes the name of a byline for a person even where the tagger would not', () => {
    const text = 'By Zquvex Ubwomqa and Plimf van Drugo\nThe vote was close.';
    assert.deepEqual(names(text, ['byline', 'body']), [
      'PER Zquvex Ubwomqa',
      'PER Plimf van Drugo',
    ]);
  });

  it('reads texts longer than a block, also in one line', () => {
    const long = `Angela Merkel flew to Paris. ${' '.repeat(400)}`.repeat(1200);
    const found = find(long);
    assert.equal(found.filter(({ text: name }) => name === 'Angela Merkel').length, 1200);
    assert.equal(found.filter(({ text: name }) => name === 'Paris').length, 1200);
  });

  it('keeps exact spans beside emoji, astral letters and CRLF', () => {
    find('😀😀 Angela Merkel 🎉 met 𝒜ndré Müller\r\nin Paris🇫🇷 and “Zürich”.\r\n👩‍👧 Tokyo');
    assert.ok(names('😀😀 Angela Merkel flew to Paris 🎉.').includes('PER Angela Merkel'));
  });

  it('survives empty, blank and nameless texts', () => {
    assert.deepEqual(find(''), []);
    assert.deepEqual(find(' \r\n\t\r\n'), []);
    assert.deepEqual(find('and so on and on'), []);
    find('\u202Eمرحبا بالعالم\u202C שלום 你好 世界');
    find('A'.repeat(20_000));
    find('. '.repeat(20_000));
    find('Ann Lee, '.repeat(5_000));
  });

  it('says the same of the same text each time', () => {
    const text = 'Apple and Google sued the Bank of England in London, said Maria Lopez.';
    assert.deepEqual(find(text), find(text));
  });

  it('refuses a file that is no model', () => {
    assert.throws(() => createRecogniser(new Uint8Array(64)), /not an entity model/);
    const model = readFileSync('models/entities.bin');
    assert.throws(() => createRecogniser(new Uint8Array(model.subarray(0, 90_000))));
  });
});
