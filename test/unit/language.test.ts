import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Line, LineKind } from '../../src/analysis/article';
import { guessLanguage } from '../../src/analysis/language';
import { message } from '../../src/analysis/message';

const line = (text: string, kind: LineKind, start = 0): Line => ({
  start,
  end: start + text.length,
  number: start === 0 ? 0 : 1,
  kind,
  score: 1,
  reason: message('for the test'),
});

const sentences: Readonly<Record<string, string>> = {
  en: 'The harbour minister said that the talks would go on until Friday and that the port was open.',
  de: 'Der Hafenminister sagte, die Gespräche würden bis Freitag dauern und der Hafen sei nicht geschlossen.',
  fr: 'Le ministre du port a déclaré que les discussions se poursuivraient et que le port est ouvert.',
  es: 'El ministro del puerto dijo que las conversaciones seguirán hasta el viernes y que no hay daños.',
  it: 'Il ministro ha detto che i colloqui con la compagnia sono ancora in corso e che il porto è aperto.',
  pt: 'O ministro disse que as conversas com a empresa não terminaram e que o porto está aberto.',
  nl: 'De minister zei dat het overleg met de haven nog niet is afgelopen en dat er geen schade is.',
  sv: 'Ministern sade att det inte finns någon skada och att samtalen ska fortsätta efter helgen.',
  pl: 'Minister powiedział, że rozmowy potrwają do piątku, a port jest już otwarty i nie ma strat.',
  tr: 'Bakan, görüşmelerin cuma gününe kadar süreceğini ve limanın daha açık olduğunu söyledi; bu bir ilk.',
  vi: 'Bộ trưởng cho biết các cuộc đàm phán sẽ tiếp tục và không có thiệt hại nào được ghi nhận tại cảng.',
  ru: 'Министр заявил, что переговоры продлятся до пятницы, а порт открыт для судов.',
  uk: 'Міністр заявив, що переговори триватимуть до п’ятниці, а порт відкритий для суден.',
  ar: 'قال الوزير إن المحادثات ستستمر حتى يوم الجمعة وإن الميناء مفتوح',
  fa: 'وزیر گفت که گفتگوها تا جمعه ادامه خواهد داشت و بندر باز است',
  zh: '部长表示，会谈将持续到星期五，港口保持开放。',
  ja: '大臣は、協議は金曜日まで続き、港は開いていると述べた。',
  ko: '장관은 회담이 금요일까지 계속될 것이며 항구는 열려 있다고 말했다.',
};

describe('guessLanguage', () => {
  for (const [language, sentence] of Object.entries(sentences)) {
    it(`knows ${language} by a sentence`, () => {
      assert.equal(guessLanguage(sentence, [line(sentence, 'body')]), language);
    });
  }

  it('goes by the article, not by its boilerplate', () => {
    const text = `${sentences['de']!}\n${sentences['en']!.repeat(5)}`;
    const body = line(sentences['de']!, 'body');
    const promo = line(sentences['en']!.repeat(5), 'promo', body.end + 1);
    assert.equal(guessLanguage(text, [body, promo]), 'de');
  });

  it('does not guess from too little', () => {
    for (const text of [
      '',
      'Ok',
      '12,000 – 11,000',
      '🎉🎉🎉🎉',
      'Qwrt Zxcv Bnmp Lkjh Gfds Poiu Ytre',
    ]) {
      assert.equal(guessLanguage(text, [line(text, 'body')]), 'und');
    }
  });
});
