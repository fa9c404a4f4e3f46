import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readDebris } from '../../src/analysis/boilerplate/debris';
import { evaluateBoilerplate } from '../../src/analysis/boilerplate/evaluate';
import { findSecondCopies } from '../../src/analysis/boilerplate/pasted';
import { readRows } from '../../src/analysis/boilerplate/rows';
import { createStructure } from '../../src/analysis/structure';

const paragraphs = [
  'The old swimming pool of Harwick closes at the end of the season, the council decided on Tuesday evening.',
  'Mayor Ann Lindqvist said that repairs would have cost four million pounds, money which nobody has found yet.',
  'Outside the hall, parents held up towels and sang, while two constables kept the road free for buses.',
  'A teacher, Tom Okafor, told reporters how three generations of his family had learned their strokes here.',
  'The museum next door may take over the building if a fund set up last winter agrees to share the bill.',
  'Engineers who looked at the roof in March warned of rust in nearly every beam and urged quick action.',
  'Swimmers will have to travel to Ternby from now on, a journey of forty minutes with the morning train.',
  'An appeal against the vote can be lodged until Friday, and a lawyer for the residents promised one.',
];

const copiesIn = (lines: readonly string[]) => findSecondCopies(readRows(lines.join('\n')));

describe('a body pasted twice', () => {
  it('is found line for line', () => {
    const [copy, ...more] = copiesIn(['Headline of it all', ...paragraphs, 'x', ...paragraphs]);
    assert.equal(more.length, 0);
    assert.deepEqual(copy, { from: 10, to: 18, firstOf: [1, 2, 3, 4, 5, 6, 7, 8] });
  });

  it('is found where only a part comes again', () => {
    const [copy] = copiesIn([...paragraphs, ...paragraphs.slice(3, 7)]);
    assert.deepEqual(copy, { from: 8, to: 12, firstOf: [3, 4, 5, 6] });
  });

  it('is found where some lines were edited', () => {
    const edited = paragraphs.map((text, i) =>
      i % 3 === 0
        ? text.replace('The old', 'The').replace('told', 'explained to').replace('travel', 'go')
        : text,
    );
    const [copy] = copiesIn([...paragraphs, ...edited]);
    assert.deepEqual(copy?.firstOf, [0, 1, 2, 3, 4, 5, 6, 7]);
  });

  it('leaves a new line between copied ones alone', () => {
    const added = [...paragraphs];
    added.splice(4, 0, 'Only here does somebody mention that rain had fallen all week long.');
    const [copy] = copiesIn([...paragraphs, ...added]);
    assert.equal(copy?.firstOf[4], -1);
  });

  it('is not a refrain or a repeated short line', () => {
    const lines = paragraphs.flatMap((text) => [text, 'Read more', 'Share this story']);
    assert.deepEqual(copiesIn(lines), []);
  });
});

describe('what agencies and papers put around their articles', () => {
  const structure = createStructure(new Uint8Array(readFileSync('models/boilerplate.bin')));
  const kinds = (...closings: string[]): string[] => {
    const lines = ['Harwick pool to close at the end of the season', ...paragraphs, ...closings];
    return structure(lines.join('\n'), {})
      .lines.slice(-closings.length)
      .map(({ kind }) => kind);
  };

  it('is kept out of the article, and only that', () => {
    assert.deepEqual(
      kinds(
        '(Reporting by Ada Nkemelu in Harwick; Editing by Jo Lindqvist)',
        'Our standards: The Northline Charter of Fair Reporting.',
        'For licensing, write to rights@northline.example',
        'This article is more than 3 months old',
      ),
      ['notice', 'notice', 'legal', 'notice'],
    );
    assert.deepEqual(
      kinds(
        'Related: Why the mills of Ostrow stand still',
        'Advert',
        'The Northline Charter of Fair Reporting, opens new tab',
        'Purchase Licensing Rights',
      ),
      ['related', 'ad', 'readmore', 'legal'],
    );
    assert.deepEqual(
      kinds('About the author', 'The Newsdesk brings you what the valley wants to know.'),
      ['bio', 'bio'],
    );
    assert.deepEqual(kinds('HARWICK-POOL/ (UPDATE 4)', 'TERNBY/'), ['cms', 'cms']);
    assert.deepEqual(
      kinds('Our standards were never in doubt, the mayor of Harwick told reporters.'),
      ['body'],
    );
  });
});

describe('the path of a page within its site', () => {
  const structure = createStructure(new Uint8Array(readFileSync('models/boilerplate.bin')));
  const read = (path: string, title: string) => {
    const menu = [
      'Skip to content',
      'Sign in',
      path,
      'Why the mills of Ostrow stand still',
      'Sign in',
    ];
    const { headline, lines } = structure([...menu, title, ...paragraphs].join('\n'), {});
    return { headline: headline?.value, path: lines[2]!.kind };
  };

  it('is navigation, and what it ends with is the headline', () => {
    const title = 'The last summer in the water';
    for (const path of [
      `Home › Region › ${title}`,
      `Home / News / ${title}`,
      `Harwick Herald » Region » ${title}`,
      `Herald > Region > The last summer in…`,
      `Harwick/ Region/ ${title}`,
    ])
      assert.deepEqual(read(path, title), { headline: title, path: 'nav' }, path);
  });

  it('leaves alone a sentence with such marks', () => {
    const sentence =
      'Families paid 12 / 20 / 40 crowns for a season ticket, and the council > the mill still lost money.';
    const { lines } = structure(['Harwick pool to close', ...paragraphs, sentence].join('\n'), {});
    assert.equal(lines.at(-1)!.kind, 'body');
  });
});

describe('the head of a page', () => {
  const structure = createStructure(new Uint8Array(readFileSync('models/boilerplate.bin')));

  it('has the title that is set twice for its headline', () => {
    const title = 'Swimmers say farewell to an old friend';
    const below = 'A farewell to the swimming pool of Harwick';
    const lines = ['Skip to content', 'Sign in', title, title, below, ...paragraphs];
    assert.equal(structure(lines.join('\n'), {}).headline?.value, title);
  });

  it('takes no call to read on for its headline', () => {
    const call = 'Learn more about the swimming pool of Harwick';
    const lines = [call, 'Pool closes in Harwick', ...paragraphs];
    assert.equal(structure(lines.join('\n'), {}).headline?.value, lines[1]);
  });

  it('gives the date where its words are glued together', () => {
    const posted =
      'Posted byAda NkemeluDecember 30, 2024December 30, 2024Posted inPodcast, Harwick-Archive, Swimming & SportTags:baths, Harwick pool, old baths, swimming in winter, baths of Ternby 2025';
    const lines = ['Harwick pool to close at the end of the season', posted, ...paragraphs];
    const byRules = createStructure(new Uint8Array());
    assert.equal(byRules(lines.join('\n'), {}).date?.day, '2024-12-30');
  });
});

describe('comments by readers', () => {
  const structure = createStructure(new Uint8Array(readFileSync('models/boilerplate.bin')));
  const opinions = [
    'My father taught me to swim in the pool of Harwick, and I will miss it more than the museum next door.',
    'The council found money for the new car park, so I do not believe a word of what Mayor Lindqvist says.',
    'Rust in nearly every beam? I looked at the roof myself last winter and the engineers are quite right.',
    'Forty minutes to Ternby with the morning train, and then the pool there is closed on Mondays anyway.',
    'A lawyer will not help when four million pounds are missing, as the teacher and his family must know.',
    'Towels and songs are fine, but who of those parents has bought a season ticket in the last ten years?',
  ];
  const thread = (names: readonly string[]): string[] =>
    opinions.flatMap((text, i) => [
      names[i % names.length]!,
      `March ${i + 3}, 2025 at ${i + 1}:12 pm`,
      text,
    ]);
  const six = ['Maria K', 'old_swimmer', 'Tom B. says', 'Ternby Girl', 'R. Falk', 'Nan'];
  const read = (lines: readonly string[]) => structure(lines.join('\n'), {}).lines;

  it('are told with how many there are, and the article above them is kept', () => {
    const lines = read(['Harwick pool to close', ...paragraphs, '6 Comments', ...thread(six)]);
    assert.deepEqual(
      lines.slice(1, 9).map(({ kind }) => kind),
      paragraphs.map(() => 'body'),
    );
    for (const line of lines.slice(9)) {
      assert.equal(line.kind, 'comments');
      assert.match(line.reason.message, /comments by readers/);
      assert.deepEqual(line.reason.args, [6]);
    }
  });

  it('are told from a live blog, where few people write', () => {
    const lines = read([
      'Harwick pool to close',
      ...paragraphs,
      '6 Comments',
      ...thread(['Ann Reed', 'Jo Park']),
    ]);
    assert.ok(lines.slice(10).every(({ kind }) => kind !== 'comments'));
  });

  it('are told from a list of articles, where none are announced', () => {
    const lines = read(['Harwick pool to close', ...paragraphs, 'Towns', ...thread(six)]);
    assert.ok(lines.slice(10).every(({ reason }) => !reason.message.includes('by readers')));
  });
});

describe('remains of content systems', () => {
  const isDebris = (line: string) => readDebris(readRows(line)[0]!) !== undefined;

  for (const line of [
    '[gallery ids="1,2,3"]',
    '[plugin_story_body]',
    '[/caption]',
    '<div class="wide"><img src="a.jpg" alt="" /></div>',
    '{{ article.teaser }}',
    'window.ads = window.ads || []; ads.push({ id: "top" });',
  ])
    it(`are seen in ${line}`, () => {
      assert.equal(isDebris(line), true);
    });

  for (const line of [
    'The court [of appeal] ruled that 5 < 6 and that the [email protected] stays.',
    '[sic]',
    'He <laughs> and says that the matter is closed for now.',
  ])
    it(`are not seen in ${line}`, () => {
      assert.equal(isDebris(line), false);
    });
});

describe('the measure of boilerplate', () => {
  const structure = createStructure(new Uint8Array());
  const measure = (content: string, boilerplate: string) =>
    evaluateBoilerplate(
      [
        {
          id: '1',
          lines: [
            ...paragraphs.map((text) => ({ text, label: content })),
            { text: 'Subscribe to our newsletter', label: boilerplate },
            { text: 'Leave a comment', label: boilerplate },
          ],
        },
      ],
      (text) => structure(text, {}),
    );

  it('reads both ways of labelling alike', () => {
    assert.deepEqual(measure('C', 'B'), measure('content', 'boilerplate'));
  });

  it('is full where every line is right', () => {
    const { wordF1, content, boilerplate, lines } = measure('C', 'B');
    assert.equal(lines, 10);
    assert.equal(wordF1, 1);
    assert.equal(content.f1, 1);
    assert.equal(boilerplate.f1, 1);
  });

  it('falls where furniture is kept', () => {
    const { wordF1, boilerplate } = measure('boilerplate', 'content');
    assert.ok(wordF1 < 0.2);
    assert.equal(boilerplate.f1, 0);
  });
});
