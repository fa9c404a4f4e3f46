import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { globSync } from 'tinyglobby';
import type { Article } from '../../src/analysis/article';
import { createDigest } from '../../src/corpus/digest';
import { findArticles, getArticle, getEvent, listMentions } from '../../src/tools/answers';
import type { Library } from '../../src/tools/library';
import { createCorpusCalls } from '../../src/worker/corpusCalls';
import { asRemote } from './asRemote';
import { analyzeText } from '../shipped/analyzer';

interface Quote {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
interface Found {
  readonly path: string;
  readonly title: string;
  readonly event: string;
  readonly quote: Quote;
}

describe('the tools of a model', function () {
  this.timeout(60_000);
  let library: Library;
  const texts = new Map<string, { readonly text: string; readonly article: Article }>();

  /** Each quote must stand in the file where the answer says. */
  const check = (path: string, { start, end, text }: Quote): void => {
    assert.equal(texts.get(path)!.text.slice(start, end), text);
    assert.ok(text.length > 0);
  };

  before(() => {
    const digest = createDigest(readFileSync('models/background.bin'));
    const calls = createCorpusCalls();
    for (const path of globSync('samples/*/*')) {
      const text = readFileSync(path, 'utf8');
      texts.set(path, { text, article: analyzeText(text, { path }) });
    }
    const entries = [...texts].map(([path, { text, article }]) => digest(path, text, article));
    const { events } = calls.apply(entries, []);
    library = {
      calls: asRemote(calls),
      events: () => events,
      event: (id) => events.find((event) => event.id === id),
      eventOf: (id) => events.find(({ articles }) => articles.includes(id)),
      read: async (id) => texts.get(id),
      pathOf: (id) => id,
    };
  });

  it('find articles, with a sentence that tells of each', async () => {
    const answer = (await findArticles(library, { query: 'flood Orrin' })) as {
      readonly articles: readonly Found[];
    };
    assert.ok(answer.articles.length >= 2);
    for (const { path, quote, event } of answer.articles) {
      check(path, quote);
      assert.ok(library.event(event));
    }
    assert.match(answer.articles[0]!.quote.text, /flood|Orrin/i);
  });

  it('find articles by source and day, and say what was cut', async () => {
    const one = (await findArticles(library, { source: 'meridian', limit: 1 })) as {
      readonly articles: readonly Found[];
      readonly cut: string;
    };
    assert.equal(one.articles.length, 1);
    assert.match(one.articles[0]!.path, /meridian-post/);
    assert.match(one.cut, /first 1 /);
    await assert.rejects(findArticles(library, { query: 'zyzzyva' }), /fewer or other words/);
    await assert.rejects(findArticles(library, { from: 'last week' }), /YYYY-MM-DD/);
  });

  it('give an event by an article, by its id and by its title', async () => {
    const path = 'samples/meridian-post/velmar-portugal-pact-signed.txt';
    const event = (await getEvent(library, { path })) as {
      readonly id: string;
      readonly title: string;
      readonly whyTogether: readonly string[];
      readonly articles: readonly Found[];
    };
    assert.ok(event.articles.some((article) => article.path === path));
    for (const article of event.articles) check(article.path, article.quote);
    assert.ok(event.whyTogether.length > 0);
    assert.deepEqual(await getEvent(library, { id: event.id }), event);
    assert.deepEqual(await getEvent(library, { title: event.title }), event);
    await assert.rejects(getEvent(library, { id: 'e0' }), /dateline_find_articles/);
    await assert.rejects(getEvent(library, {}), /"id", "path"/);
  });

  it('list the mentions of a name in whatever form, each with its sentence', async () => {
    const answer = (await listMentions(library, { name: 'Tarkova' })) as {
      readonly name: string;
      readonly mentions: readonly (Quote & { readonly path: string; readonly sentence: Quote })[];
    };
    assert.equal(answer.name, 'Ilse Tarkova');
    for (const mention of answer.mentions) {
      check(mention.path, mention);
      check(mention.path, mention.sentence);
      assert.ok(mention.sentence.text.includes(mention.text));
    }
    const few = (await listMentions(library, { name: 'Tarkova', limit: 1 })) as {
      readonly mentions: readonly unknown[];
      readonly cut: string;
    };
    assert.equal(few.mentions.length, 1);
    assert.match(few.cut, /left out/);
    await assert.rejects(listMentions(library, { name: 'Nobody Atall' }), /surname/);
  });

  it('read an article without boilerplate, and go on where it was cut', async () => {
    const path = 'samples/vale-tribune/floods-four-dead.txt';
    interface Read {
      readonly lines: readonly (Quote & { readonly kind: string })[];
    }
    const whole = (await getArticle(library, { path })) as Read;
    for (const line of whole.lines) check(path, line);
    assert.equal(whole.lines[0]!.kind, 'headline');
    const middle = whole.lines[2]!.start + 5;
    const rest = (await getArticle(library, { path, from: middle })) as Read;
    assert.equal(rest.lines[0]!.start, middle);
    await assert.rejects(getArticle(library, { path: 'gone.txt' }), /dateline_find_articles/);
    await assert.rejects(getArticle(library, { path: '.txt' }), /whole path/);
  });
});
