import assert from 'node:assert/strict';
import type { Mention, MentionType } from '../../src/analysis/article';
import { linkEntities } from '../../src/analysis/entities/link';

/** Mentions written as `{PER Vladimir Putin}`; a `-` after the type marks boilerplate. */
function marked(source: string): { text: string; mentions: Mention[] } {
  let text = '';
  const mentions: Mention[] = [];
  let at = 0;
  for (const match of source.matchAll(/\{([A-Z]+)(-?) ([^}]+)\}/g)) {
    text += source.slice(at, match.index);
    const start = text.length;
    text += match[3]!;
    at = match.index + match[0].length;
    mentions.push({
      start,
      end: text.length,
      type: match[1] as MentionType,
      text: match[3]!,
      score: 1,
      boilerplate: match[2] === '-',
    });
  }
  return { text: text + source.slice(at), mentions };
}

function named(source: string): string[] {
  const { text, mentions } = marked(source);
  return linkEntities(text, mentions).entities.map(
    ({ name, aliases, count }) =>
      `${name} ${count}${aliases.length > 0 ? ` (${aliases.join(', ')})` : ''}`,
  );
}

describe('entities of one article', () => {
  it('gives a surname to the one person of that surname, wherever the full name stands', () => {
    assert.deepEqual(
      named('{PER Putin} spoke. {PER Vladimir Putin} left. {PER Assad} and {PER Bashar al-Assad}.'),
      ['Vladimir Putin 2 (Putin)', 'Bashar al-Assad 2 (Assad)'],
    );
  });

  it('never joins namesakes, and leaves a shared surname alone', () => {
    assert.deepEqual(named('{PER Jill Biden} met {PER Joe Biden}. {PER Biden} smiled.'), [
      'Jill Biden 1',
      'Joe Biden 1',
      'Biden 1',
    ]);
  });

  it('joins initials and middle names', () => {
    assert.deepEqual(
      named('{PER Donald J. Trump}, {PER Donald Trump}, {PER D. Trump}, {PER Trump}'),
      ['Donald J. Trump 4 (Donald Trump, D. Trump, Trump)'],
    );
  });

  it('joins acronyms with the names they stand for', () => {
    assert.deepEqual(
      named(
        '{ORG European Union} ({ORG EU}); {LOC U.S.} and {LOC United States}; {ORG SCO}, {ORG Shanghai Cooperation Organization}',
      ),
      [
        'European Union 2 (EU)',
        'United States 2 (U.S.)',
        'Shanghai Cooperation Organization 2 (SCO)',
      ],
    );
  });

  it('joins short and long company names, but no country with its airline', () => {
    assert.deepEqual(
      named('{ORG Siemens AG} and {ORG Siemens}; {LOC China}; {ORG China Eastern}; {ORG China}'),
      ['Siemens AG 2 (Siemens)', 'China 1', 'China Eastern 1', 'China 1'],
    );
  });

  it('lets boilerplate join but not count, and never shape an entity', () => {
    assert.deepEqual(
      named('{PER- Ann Lee} {PER Tom Lee} {PER Lee} {PER- Tom} {ORG- Worthy News}'),
      ['Ann Lee 0', 'Tom Lee 2 (Lee)', 'Worthy News 0'],
    );
  });

  it('gives every mention its entity and passes dates through', () => {
    const { text, mentions } = marked('{PER Ann Lee} on {DATE Friday}, {PER Lee}');
    const linked = linkEntities(text, mentions).mentions;
    assert.equal(linked[0]!.entity, linked[2]!.entity);
    assert.equal(linked[1]!.entity, undefined);
  });
});
