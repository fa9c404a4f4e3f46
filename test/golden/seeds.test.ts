import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Article, isBoilerplate, type MentionType } from '../../src/analysis/article';
import { createDigest } from '../../src/corpus/digest';
import { Corpus } from '../../src/corpus/index';
import { analyzeText, shippedModels } from '../shipped/analyzer';

const folder = '../shared/seeds';

/** Five real articles on one happening. They are not part of this repository. */
describe('the five seed articles', function () {
  const texts = new Map<string, string>();
  const articles = new Map<string, Article>();

  before(function () {
    if (!existsSync(folder)) {
      console.log(`      skipped: ${folder} is not here`);
      this.skip();
    }
    for (const file of readdirSync(folder).sort()) {
      const text = readFileSync(join(folder, file), 'utf8');
      texts.set(file.slice(0, 3), text);
      articles.set(file.slice(0, 3), analyzeText(text, { path: file }));
    }
  });

  /** The lines of a file that hold all these words, with their kinds. */
  const kinds = (file: string, words: string): string[] => {
    const text = texts.get(file)!;
    return articles
      .get(file)!
      .lines.filter((line) => text.slice(line.start, line.end).includes(words))
      .map(({ kind }) => kind);
  };

  const found = (file: string, type: MentionType): string[] =>
    articles
      .get(file)!
      .entities.filter((entity) => entity.type === type && entity.count > 0)
      .flatMap(({ name, aliases }) => [name, ...aliases]);

  it('are one event', () => {
    const corpus = new Corpus();
    const digest = createDigest(shippedModels().background);
    corpus.apply(
      [...articles].map(([id, article]) => digest(id, texts.get(id)!, article)),
      [],
    );
    assert.deepEqual(corpus.events().map(({ articles: members }) => members.length), [5]);
  });

  it('have their heads read', () => {
    const headlines = [...articles.values()].map(({ headline }) => headline?.value);
    assert.deepEqual(headlines, [
      'Russia, Iran To Ink Partnership On Military Cooperation, Trade And Energy',
      'Iran, Russia Sign Pact On Military, Trade Cooperation',
      'Russia, Iran to sign strategic partnership agreement on Jan. 17',
      'Russia, Iran to sign ‘comprehensive strategic partnership’ treaty on Jan 17: Kremlin',
      'Iran and Russia Set to Sign 20-Year Strategic Partnership to Bolster Defense and Trade',
    ]);
    assert.deepEqual(articles.get('000')!.byline?.authors, ['Stefan J. Bos']);
    assert.deepEqual(articles.get('001')!.dateline?.places.map((place) => place.toLowerCase()), ['moscow', 'tehran']);
  });

  it('have bodies that are body and furniture that is boilerplate', () => {
    const article: [string, string][] = [
      ['000', 'Moscow has confirmed that'],
      ['000', 'Russia cultivated closer ties'],
      ['001', 'But the military part apparently'],
      ['002', 'Their alliance suffered a major blow'],
      ['003', 'It also comes a month after'],
      ['004', 'Joint efforts in nanotechnology'],
    ];
    for (const [file, words] of article) assert.equal(kinds(file, words)[0], 'body', words);

    const boilerplate: [string, string][] = [
      ['000', 'Copyright 1999-2025'],
      ['000', 'More Worthy News'],
      ['000', 'Knife Attack Shocks Germany'],
      ['000', 'Saturday, May 24, 2025'],
      ['000', 'recently elected chancellor'],
      ['001', 'The following code is how'],
      ['001', '[worthy_plugins_news_story_body]'],
      ['002', '0 out of 25,000'],
      ['002', 'Help us reach 25,000 members'],
      ['002', 'News Feed'],
      ['002', 'is a reporter for the Kyiv Independent'],
      ['002', 'Show More'],
      ['003', 'posted by a News Hour Correspondent'],
      ['003', 'Leave a Reply'],
      ['004', 'Latest news'],
    ];
    for (const [file, words] of boilerplate) {
      for (const kind of kinds(file, words)) assert.ok(isBoilerplate(kind as 'nav'), `${words}: ${kind}`);
    }
    assert.deepEqual(kinds('001', 'But the military part apparently'), ['body', 'duplicate']);
  });

  it('have their names found with the right types', () => {
    const expected: [string, MentionType, string[]][] = [
      ['000', 'PER', ['Vladimir Putin', 'Masoud Pezeshkian', 'Sergei Lavrov', 'Stefan J. Bos']],
      ['000', 'LOC', ['Moscow', 'Russia', 'Iran', 'Tehran', 'Israel', 'Ukraine', 'United States', 'North Korea']],
      ['001', 'PER', ['Vladimir Putin', 'Bashar al-Assad', 'Donald J. Trump']],
      ['001', 'ORG', ['Hezbollah']],
      ['001', 'MISC', ['Shahed']],
      ['002', 'MISC', ['Shahed']],
      ['002', 'PER', ['Vladimir Putin', 'Masoud Pezeshkian', 'Bashar al-Assad']],
      ['003', 'PER', ['Donald Trump', 'Bashar al-Assad']],
      ['003', 'ORG', ['BRICS']],
      ['004', 'ORG', ['RIA Novosti', 'Shanghai Cooperation Organization', 'Eurasian Economic Union']],
    ];
    for (const [file, type, names] of expected) {
      for (const name of names) assert.ok(found(file, type).includes(name), `${file} ${type} ${name}`);
    }
    const putin = articles.get('000')!.entities.find(({ name }) => name === 'Vladimir Putin');
    assert.ok(putin?.aliases.includes('Putin'));
  });

  it('have nothing of a menu or a related headline among their names', () => {
    for (const type of ['PER', 'ORG', 'LOC', 'MISC'] as const) {
      for (const name of ['Friedrich Merz', 'Xi Jinping', 'Gaza', 'Hamburg', 'News Feed', 'WordPress']) {
        assert.ok(!found('000', type).includes(name) && !found('001', type).includes(name), name);
      }
    }
  });
});
