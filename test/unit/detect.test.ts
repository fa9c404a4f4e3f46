import assert from 'node:assert/strict';
import { looksLikeArticle } from '../../src/analysis/detect';

const body = `The council of Harwick voted on Tuesday to close the old swimming pool at the end of the season.

Mayor Ann Lindqvist said repairs would have cost more than four million pounds, money the town does not have.

Residents who gathered outside the hall said they would challenge the decision in court. "We learned to swim here," said Tom Okafor, a teacher.`;

describe('what looks like an article', () => {
  const yes: Record<string, [string, string]> = {
    'a plain story without headline': ['story.txt', body],
    'a story with headline and byline': [
      'news/2024/pool.md',
      `# Harwick to close its pool\n\nBy Jo Tern\n\n${body}`,
    ],
    'a story copied with menus and buttons': [
      'copy.txt',
      `Home\nNews\nSport\nWeather\nSubscribe\nSign in\nHarwick to close its pool\nShare\nTweet\n${body}\nMore news\nLeave a comment\n© 2024 Harwick Post`,
    ],
    'a story in German': [
      'bericht.txt',
      `Rat von Harwick schließt Schwimmbad\n\nDer Rat der Stadt Harwick hat am Dienstag beschlossen, das alte Schwimmbad zum Ende der Saison zu schließen, wie Bürgermeisterin Anna Lindqvist am Abend mitteilte.\n\nDie Sanierung hätte mehr als vier Millionen Euro gekostet, Geld, das die Stadt nach Angaben der Verwaltung nicht hat. Anwohner kündigten am Mittwoch an, vor Gericht zu ziehen.`,
    ],
    'a story in Russian': [
      'новость.txt',
      `Совет Харвика закроет бассейн\n\nСовет города Харвик во вторник проголосовал за закрытие старого бассейна в конце сезона, сообщила мэр Анна Линдквист. Ремонт обошёлся бы городу более чем в четыре миллиона фунтов, которых у него нет.\n\nЖители, собравшиеся у здания мэрии, заявили, что оспорят решение в суде, а учитель Том Окафор сказал, что здесь учились плавать три поколения.`,
    ],
    'anything readable named .article': ['note.article', 'Pool to close.'],
  };
  for (const [what, [path, text]] of Object.entries(yes))
    it(`is ${what}`, () => {
      assert.equal(looksLikeArticle(text, path), true);
    });

  const no: Record<string, [string, string]> = {
    'a story in a file of another kind': ['story.json', body],
    'an empty file': ['empty.txt', ''],
    'a read-me': ['README.md', body],
    'a manual in Markdown': [
      'docs/guide.md',
      `# Usage\n\nInstall the package with npm and then run the command line tool in the folder of your project.\n\n\`\`\`sh\nnpm install pool\n\`\`\`\n\nYou can configure it with a file named \`pool.json\`, which the tool reads when it starts and whenever you change it.\n\n## Options\n\n- \`--depth\`: how deep\n- \`--width\`: how wide`,
    ],
    'a licence': [
      'mit.txt',
      'Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files, to deal in the Software without restriction.\n\nThe above copyright notice and this permission notice shall be included in all copies.\n\nTHE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE.',
    ],
    'a log': [
      'server.txt',
      Array.from(
        { length: 40 },
        (_line, i) =>
          `2024-05-0${(i % 9) + 1} 12:00:${10 + i} INFO request ${i} from the client was answered by the server in ${i} ms and closed`,
      ).join('\n'),
    ],
    'a table': [
      'data.txt',
      Array.from({ length: 40 }, (_line, i) => `Harwick,${i},${i * 3},pool,open,2024-05-01`).join(
        '\n',
      ),
    ],
    'a list of requirements': ['requirements.txt', 'numpy==1.26\npandas>=2.0\nrequests\n'],
    'a list of things to do': [
      'monday.txt',
      '- [ ] call Ann about the pool and ask her when the meeting with the council is going to take place\n- [ ] buy milk\n- [x] send the letter to the council before the end of the week so that they can answer in time\n- [ ] swim',
    ],
    'a program': [
      'code.txt',
      'import { pool } from "./pool";\n\nexport function fill(depth) {\n  const water = pool(depth);\n  // fill it to the brim, and then wait until the water has come to rest before you go on\n  return water.level >= depth ? water : undefined;\n}\n',
    ],
    'binary data': ['blob.txt', `\0\u0001\u0002${body}`],
  };
  for (const [what, [path, text]] of Object.entries(no))
    it(`is not ${what}`, () => {
      assert.equal(looksLikeArticle(text, path), false);
    });
});
