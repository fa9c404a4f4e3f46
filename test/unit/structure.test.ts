import assert from 'node:assert/strict';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { isBoilerplate, type LineKind } from '../../src/analysis/article';
import { createStructure } from '../../src/analysis/structure';

const modelFile = 'models/boilerplate.bin';
const structure = createStructure(
  existsSync(modelFile) ? readFileSync(modelFile) : new Uint8Array(),
);
const seeds = '../shared/seeds/';

describe('structure of the five seed articles', () => {
  /** Lines (one-based) that are not plain body, with their kinds. */
  const expected: Record<string, Record<number, LineKind>> = {
    '000': { 1: 'headline', 3: 'byline', 19: 'copyright', ...range(21, 63, 'related') },
    '001': {
      1: 'headline',
      3: 'byline',
      19: 'subheading',
      35: 'subheading',
      49: 'copyright',
      51: 'cms',
      53: 'cms',
      55: 'cms',
      ...range(57, 105, 'duplicate'),
      107: 'cms',
      108: 'cms',
    },
    '002': {
      1: 'promo',
      3: 'promo',
      4: 'promo',
      6: 'nav',
      8: 'headline',
      10: 'readtime',
      11: 'duplicate',
      12: 'caption',
      32: 'related',
      ...range(33, 38, 'bio'),
      40: 'readmore',
      41: 'nav',
      42: 'readmore',
    },
    '003': { 1: 'headline', 31: 'notice', ...range(32, 38, 'comments') },
    '004': { 1: 'nav', 2: 'nav', 3: 'headline' },
  };

  for (const [seed, kinds] of Object.entries(expected)) {
    it(`gives every line of seed ${seed} its kind`, function () {
      const { text } = readSeed(this, seed);
      for (const line of structure(text, {}).lines)
        assert.equal(
          line.kind,
          kinds[line.number + 1] ?? 'body',
          `line ${line.number + 1}: ${text.slice(line.start, line.end)}`,
        );
    });
  }

  it('reads byline, dateline and source', function () {
    const { text } = readSeed(this, '000');
    const { byline, dateline, source } = structure(text, {});
    assert.deepEqual(byline?.authors, ['Stefan J. Bos']);
    assert.deepEqual(dateline?.places, ['Moscow', 'Budapest']);
    assert.equal(dateline.agency, 'Worthy News');
    assert.equal(text.slice(dateline.start, dateline.end), 'MOSCOW/BUDAPEST (Worthy News)');
    assert.equal(source?.name, 'Worthy News');
  });

  it('takes no date from a list of other articles', function () {
    assert.equal(structure(readSeed(this, '000').text, {}).date, undefined);
  });

  it('points each line of a second copy at its first', function () {
    const { text } = readSeed(this, '001');
    for (const { kind, start, end, firstCopy } of structure(text, {}).lines)
      if (kind === 'duplicate')
        assert.equal(text.slice(firstCopy?.start, firstCopy?.end), text.slice(start, end));
  });

  it('names the author portrayed under an unsigned article', function () {
    const { byline, source } = structure(readSeed(this, '002').text, {});
    assert.deepEqual(byline?.authors, ['Martin Fornusek']);
    assert.equal(source?.name, 'Kyiv Independent');
  });
});

function range(from: number, to: number, kind: LineKind): Record<number, LineKind> {
  return Object.fromEntries(
    Array.from({ length: to - from + 1 }, (_value, i) => [from + i, kind] as const),
  );
}

function readSeed(test: Mocha.Context, seed: string): { text: string } {
  if (!existsSync(seeds)) {
    console.log('      ../shared/seeds is absent');
    test.skip();
  }
  const name = readdirSync(seeds).find((file) => file.startsWith(seed))!;
  return { text: readFileSync(`${seeds}${name}`, 'utf8') };
}

describe('structure of clean text', () => {
  it('dims nothing of a plain article without furniture', () => {
    const text = [
      'The council of Harwick voted on Tuesday to close the old swimming pool at the end of the season.',
      '',
      'Mayor Ann Lindqvist said repairs would have cost more than four million pounds, money the town does not have.',
      '',
      'Residents who gathered outside the hall said they would challenge the decision in court.',
    ].join('\n');
    for (const { kind } of structure(text, {}).lines) assert.equal(isBoilerplate(kind), false);
  });

  it('gives empty text no lines', () => {
    assert.deepEqual(structure('\r\n \n', {}).lines, []);
  });

  it('lets a person’s word stand above its own', () => {
    const text = 'Menu\nHome\nSubscribe now for full access';
    const { lines } = structure(text, {}, ({ number }) => (number === 2 ? 'body' : undefined));
    assert.equal(lines[2]?.kind, 'body');
    assert.equal(lines[2].score, 1);
  });
});

describe('structure of odd texts', () => {
  const sentence =
    'The council voted on Tuesday to close the old pool, said Mayor Ann Lindqvist, “for good.” ';
  const texts: Record<string, string> = {
    'one very long line': sentence.repeat(4_000),
    '4,000 short lines': Array.from({ length: 4_000 }, (_line, i) => `Entry ${i % 97}`).join('\n'),
    'one line again and again': 'Home\n'.repeat(4_000),
    'titles and dates only': 'A title of some sort\nMay 24, 2024\n'.repeat(1_500),
    'only links': 'https://example.org/a\n'.repeat(300),
    'a poem': 'The pool is closed,\nThe water still,\nAnd none is left\nUpon the hill.\n'.repeat(8),
    'a table': Array.from({ length: 60 }, (_row, i) => `Harwick\t${i}\t${i * 7}\topen`).join('\n'),
    'brackets and tags that never close': '[a <b {c ('.repeat(5_000),
    'emoji and right-to-left text':
      '🏊 صوّت مجلس المدينة يوم الثلاثاء على إغلاق المسبح القديم.\n'.repeat(30),
    'lone surrogates': '\ud83d \udc4d pool\n'.repeat(50),
  };
  for (const [what, text] of Object.entries(texts))
    it(`has every line in its place for ${what}`, () => {
      const { lines, words } = structure(text, {});
      let end = 0;
      for (const line of lines) {
        assert.ok(line.start >= end && line.end > line.start && line.end <= text.length);
        assert.ok(line.score >= 0 && line.score <= 1);
        end = line.end;
      }
      assert.equal(lines.length, text.split('\n').filter((line) => line.trim() !== '').length);
      assert.ok(words.article <= words.all);
    });

  const foreign: Record<string, string> = {
    German: `Rat von Harwick schließt das Schwimmbad\n\nDer Rat der Stadt Harwick hat am Dienstag beschlossen, das alte Schwimmbad zum Ende der Saison zu schließen, wie Bürgermeisterin Anna Lindqvist am Abend mitteilte.\n\nDie Sanierung hätte mehr als vier Millionen Euro gekostet, Geld, das die Stadt nach Angaben der Verwaltung nicht hat und auch nicht leihen will.\n\nAnwohner kündigten am Mittwoch vor dem Rathaus an, gegen den Beschluss vor Gericht zu ziehen.`,
    French: `Harwick ferme sa piscine\n\nLe conseil municipal de Harwick a décidé mardi de fermer la vieille piscine à la fin de la saison, a annoncé la maire Anne Lindqvist dans la soirée.\n\nLes travaux auraient coûté plus de quatre millions d’euros, une somme que la ville n’a pas et ne veut pas emprunter, selon ses services.\n\nDes habitants réunis devant la mairie ont promis mercredi de contester la décision devant le tribunal.`,
    Russian: `Харвик закрывает бассейн\n\nСовет города Харвик во вторник проголосовал за закрытие старого бассейна в конце сезона, сообщила вечером мэр Анна Линдквист.\n\nРемонт обошёлся бы более чем в четыре миллиона фунтов, которых у города, по данным администрации, нет и не будет.\n\nЖители, собравшиеся у здания мэрии в среду, пообещали оспорить это решение в суде.`,
    Arabic: `هارويك تغلق مسبحها القديم\n\nصوّت مجلس مدينة هارويك يوم الثلاثاء على إغلاق المسبح القديم في نهاية الموسم، حسبما أعلنت رئيسة البلدية آن ليندكفست مساء اليوم نفسه.\n\nوكانت أعمال الترميم ستكلف أكثر من أربعة ملايين جنيه، وهو مبلغ لا تملكه المدينة بحسب الإدارة المحلية.\n\nوقال سكان تجمعوا أمام مبنى البلدية يوم الأربعاء إنهم سيطعنون في القرار أمام المحكمة.`,
  };
  for (const [language, text] of Object.entries(foreign))
    it(`dims nothing of a plain ${language} article`, () => {
      for (const { kind, number } of structure(text, {}).lines)
        assert.equal(isBoilerplate(kind), false, `line ${number + 1}`);
    });
});

describe('head of an article', () => {
  const body = [
    'The council of Harwick voted on Tuesday to close the old swimming pool at the end of the season, after a long debate.',
    'Mayor Ann Lindqvist said repairs would have cost more than four million pounds, money the town does not have.',
    'Residents who gathered outside the hall said they would challenge the decision in court before the winter.',
  ];
  const read = (...head: string[]) => structure([...head, ...body].join('\n\n'), {});

  it('has authors without their roles', () => {
    const { byline } = read(
      'Harwick council votes to close old swimming pool',
      'By Jo Tern and Tom Okafor, political correspondents',
    );
    assert.deepEqual(byline?.authors, ['Jo Tern', 'Tom Okafor']);
  });

  const title = 'Harwick council votes to close old swimming pool';

  for (const [line, ...authors] of [
    ['Jo Tern 02 Feb 2026 Towns 7 Comments', 'Jo Tern'],
    ['Jo TernStaff Writer', 'Jo Tern'],
    ['Jo Tern@jotern', 'Jo Tern'],
    ['By Jo Tern, MA. Reviewed by Isa Brandt, MA', 'Jo Tern'],
    ['Last updated on April 8, 2024 by Tom Okafor', 'Tom Okafor'],
    ['By Jo Tern jo.tern@tidings.example', 'Jo Tern'],
  ] as const)
    it(`has its author in “${line}”`, () => {
      assert.deepEqual(read(title, line).byline?.authors, authors);
    });

  it('has the author under “Written by”, not who helped', () => {
    const { byline } = read(title, 'Written by', 'Ibra Temsah', 'Researched by', 'Oliver Simpson');
    assert.deepEqual(byline?.authors, ['Ibra Temsah']);
  });

  for (const line of [
    'On Behalf of Tern & Sons LLC | Apr 21, 2017 | Pools',
    'Jo Tern 21 Apr 2017 Towns 7 Comments',
    'By Jo TernApril 21, 201720 Mins Read',
    'April 21, 2017 By The Tidings Team',
  ])
    it(`has the day of publication in “${line}”`, () => {
      assert.equal(read(title, line).date?.day, '2017-04-21');
    });

  it('has the day of publication, not that of an update beside it', () => {
    const update = 'Last modified: November 29, 2025';
    assert.equal(read(title, 'By Jo Tern', update, 'October 29, 2024').date?.day, '2024-10-29');
    assert.equal(read(title, 'By Jo Tern', update).date?.day, '2025-11-29');
  });

  it('has the day that stands at its end, below a long list', () => {
    const lanes = Array.from({ length: 60 }, (_, i) => `Lane ${i}`);
    const end = ['Posted July 10, 2004', '© 2004-2025 The Tidings', 'Article Archive'];
    const text = [title, ...body, ...lanes, ...end].join('\n\n');
    assert.equal(structure(text, {}).date?.day, '2004-07-10');
  });

  it('has its head where the name of the page is followed by the day', () => {
    const text = [
      ...['Today in the Tidings', 'Tuesday, 5 March 2024', 'Towns', title],
      ...['Jo Brandt-Tern of Harwick', 'Tue, 5 March 2024 9:27PM', 'Comments', 'Jo Brandt-Tern'],
      ...body,
    ].join('\n');
    const { headline, date } = structure(text, {});
    assert.equal(headline?.value, title);
    assert.equal(date?.day, '2024-03-05');
  });

  it('has the headline under the picture, not what is said of the picture', () => {
    const picture = 'Swimmers in the old pool of Harwick. Photograph: Isa Brandt/The Tidings';
    const { headline, lines } = read(
      picture,
      'View image in fullscreen',
      picture,
      'Harwick council votes to close old swimming pool',
      'Jo Tern',
      'Tue 5 Mar 2024 17.00 CET',
    );
    assert.equal(headline?.value, 'Harwick council votes to close old swimming pool');
    assert.equal(lines[0]!.kind, 'caption');
  });

  it('has a picture told where its maker stands in brackets, whatever it shows', () => {
    const lines = [
      title,
      ...body.slice(0, 2),
      'The empty pool of Harwick with the museum behind it (Picture: Isa Brandt)',
      'Guests of the last summer walk past the wall that the council wants to keep (Image: Northline)',
      ...body.slice(2),
    ];
    assert.deepEqual(
      structure(lines.join('\n\n'), {}).lines.map(({ kind }) => kind),
      ['headline', 'body', 'body', 'caption', 'caption', 'body'],
    );
  });

  it('has who said a quotation told from a subheading, and from a list', () => {
    const kinds = (...lines: string[]) =>
      structure(
        [title, ...body, ...lines, ...body.map((text) => `Later: ${text}`)].join('\n\n'),
        {},
      )
        .lines.slice(4, 4 + lines.length)
        .map(({ kind }) => kind);
    assert.deepEqual(kinds('— Ann Lindqvist, mayor of Harwick'), ['quote']);
    assert.deepEqual(kinds('— Ann Lindqvist (@lindqvist) March 3, 2024'), ['quote']);
    const list = ['— The old pool of Harwick', '— The museum next door', '— The mill of Ostrow'];
    assert.ok(!kinds(...list).includes('quote'));
  });

  it('has no day of publication from a post that it shows', () => {
    const post = '— Ann Lindqvist (@lindqvist) March 3, 2024';
    const { date } = structure([title, post, ...body].join('\n\n'), {});
    assert.equal(date, undefined);
  });

  it('has the time needed to read it, and not that of others', () => {
    const related = ['Ternby trains late again', 'Mill of Ostrow burns', 'Museum finds a fund'];
    const text = [
      title,
      '4 min read',
      ...Array.from({ length: 6 }, () => body).flat(),
      'More from the town',
      ...related.flatMap((other) => [other, '3 min read']),
    ].join('\n\n');
    const { lines } = structure(text, {});
    const read = lines.filter(({ kind }) => kind === 'readtime');
    assert.deepEqual(
      read.map(({ start, end }) => text.slice(start, end)),
      ['4 min read'],
    );
    assert.ok(isBoilerplate(lines.at(-1)!.kind));
  });

  it('has the headline where lists of others are written like it', () => {
    const unit = (title: string, day: string) => [title, 'Jo Tern', `${day} 11:40AM`, 'Towns'];
    const others = [...unit('Why the mills of Ostrow stand still', 'Friday')];
    const own = [...unit('Harwick pool to close after council vote', 'Tuesday')];
    const text = [...others, ...own, 'Filed to: pools', ...body].join('\n');
    const { headline, lines } = structure(text, {});
    assert.equal(headline?.value, 'Harwick pool to close after council vote');
    assert.ok(isBoilerplate(lines[0]!.kind));
  });

  it('has the date of publication in figures behind the time', () => {
    const { date } = read('Harwick council votes to close old pool', '9:42 AM on 10/17/2012');
    assert.equal(date?.day, '2012-10-17');
  });

  it('has the date of publication with its place', () => {
    const text = [
      'Harwick council votes to close old swimming pool',
      'By Jo Tern',
      'March 5, 2024',
      ...body,
    ].join('\n\n');
    const { date } = structure(text, {});
    assert.equal(date?.day, '2024-03-05');
    assert.ok(text.slice(date.start, date.end).includes('March 5, 2024'));
  });

  for (const [opening, places, agency] of [
    ['HARWICK, England (AP) — ', ['Harwick'], 'AP'],
    ['LONDON/HARWICK, March 5 (Reuters) - ', ['London', 'Harwick'], 'Reuters'],
    ['Washington — ', ['Washington'], undefined],
    ['NEW DELHI: ', ['New Delhi'], undefined],
  ] as const)
    it(`has a dateline in "${opening}"`, () => {
      const { dateline } = structure(
        ['Harwick council votes to close old pool', opening + body[0]!, ...body.slice(1)].join(
          '\n\n',
        ),
        {},
      );
      assert.deepEqual(dateline?.places, places);
      assert.equal(dateline.agency, agency);
    });

  for (const opening of ['DEAR ABBY: ', 'Q: ', 'UPDATE — ', 'CVE-2024-1 ', 'WATCH: '])
    it(`has no dateline in "${opening}"`, () => {
      const { dateline } = structure(
        ['Harwick council votes to close old pool', opening + body[0]!, ...body.slice(1)].join(
          '\n\n',
        ),
        {},
      );
      assert.equal(dateline, undefined);
    });

  it('takes no byline from an account form', () => {
    const { byline } = structure(
      [
        ...body,
        'By clicking Create Account you confirm that your data has been entered correctly',
      ].join('\n'),
      {},
    );
    assert.equal(byline, undefined);
  });
});
