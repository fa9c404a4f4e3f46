import { isBoilerplate, type Line } from './article';

/** So much text tells; more would only cost time. */
const sample = 12_000;

/** With fewer letters than these nothing is guessed. */
const fewestLetters = 24;

/** The most frequent little words of languages written in Latin letters. */
const stopWords: Readonly<Record<string, string>> = {
  en: 'the of and to in that is was for it with as on he be by at from are this have which his has were not said will would but they their been who',
  de: 'der die das und ist nicht von den mit sich des auf für dem ein eine auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie über zum war haben',
  fr: 'le la les de des et est un une du en que qui dans pour pas sur au plus par ce il avec se sont cette aux ont été mais nous elle être leur',
  es: 'el la los las de y en que un una del se por con no para su al es lo como más pero fue este ha sus le ya esta entre desde cuando muy también',
  it: 'il di che la e un una per in del della è con non si da le dei al sono nel alla gli più ha come lo anche delle ma questo dal stato essere',
  pt: 'o a os as de e que do da em um uma para com não por no na se mais dos como foi ao das à seu sua ou ser pelo pela são também já está',
  nl: 'de het een en van ik te dat die in is niet zijn op aan met voor er maar om dan zou wat ook als door bij naar uit nog over wordt heeft werd hij',
  sv: 'och att det som en på är av för med den till inte har de om ett var men sig från så kan han ska efter vid under eller hade också när',
  da: 'og at det er en den til af på med for de ikke der var som et har han fra ved men om sig efter også være blev kan vil eller hun',
  no: 'og det er en som på av for til med å ikke har de han var fra at den et men om seg ble også etter være vil kan hun skal over',
  fi: 'ja on ei se että oli ovat hän mutta myös kun niin kuin tai joka mukaan sen ole olla jos vain nyt sekä vuonna ovat hänen',
  pl: 'w i na z się do nie że o jest jak to po od za przez ale dla są był oraz który jego już tym także było która będzie ich',
  cs: 'a v se na je že s z do o k i to jako ve pro by za ale od po jeho byl které který jsou podle není nebo bude také jsem při',
  ro: 'și de la în a cu pe că din un o nu este pentru mai care ce au fost sau fi lui prin după sunt dar această acest ca',
  hu: 'a az és hogy nem is egy meg volt csak de ez el már mint még azt vagy van akkor után minden szerint ha ki lesz nagyon',
  tr: 've bir bu da de için ile olarak çok olan daha gibi ama var ne en sonra kadar olduğu değil göre her ise ya olduğunu tarafından yeni',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena ada mereka oleh telah sebagai kata bahwa tersebut kami saya atau',
  vi: 'và của là có cho không được trong một với các những người này đã đến khi cũng để từ ra về như tại sẽ ông nhiều vào năm',
};

const languagesOf: ReadonlyMap<string, readonly string[]> = Object.entries(stopWords).reduce(
  (words, [language, list]) => {
    for (const word of list.split(' ')) words.set(word, [...(words.get(word) ?? []), language]);
    return words;
  },
  new Map<string, string[]>(),
);

/** Scripts that belong to one language here, and those that several share. */
const scripts: readonly (readonly [name: string, letters: RegExp])[] = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['arabic', /\p{Script=Arabic}/u],
  ['han', /\p{Script=Han}/u],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/u],
  ['ko', /\p{Script=Hangul}/u],
  ['el', /\p{Script=Greek}/u],
  ['he', /\p{Script=Hebrew}/u],
  ['th', /\p{Script=Thai}/u],
  ['hi', /\p{Script=Devanagari}/u],
];

/**
 * The language of a text as ISO 639-1, "und" where there is too little text to tell.
 *
 * Read from the article's own lines, or from all where there are none; the first 12,000 characters decide.
 * The script settles Japanese, Korean, Chinese, Greek, Hebrew, Thai and Hindi; letters that the others lack tell Russian,
 * Ukrainian, Belarusian, Bulgarian and Serbian apart, and Arabic, Persian and Urdu; for Latin letters the share of each
 * language's most frequent words does (18 languages). An article has hundreds of words, so these small tables are
 * enough: `tinyld` (79 kB) and `franc-min` (171 kB) earn their size on single sentences.
 */
export function guessLanguage(text: string, lines: readonly Line[]): string {
  const words = sampleOf(text, lines);
  const counts = new Map<string, number>();
  let letters = 0;
  for (const letter of words) {
    const script = scriptOf(letter);
    if (script === undefined) continue;
    letters++;
    counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  const share = (script: string) => (counts.get(script) ?? 0) / letters;
  const wide = share('han') + share('ja') + share('ko');
  // A Chinese or Japanese letter says as much as three others.
  if (letters < (wide > 0.5 ? fewestLetters / 3 : fewestLetters)) return 'und';
  if (wide > 0.4) {
    if (share('ko') > share('ja') + share('han') / 2) return 'ko';
    return share('ja') > wide / 20 ? 'ja' : 'zh';
  }
  const [script] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a));
  if (script === 'latin') return latin(words);
  if (script === 'cyrillic') return cyrillic(words);
  if (script === 'arabic') return arabic(words);
  return script;
}

function sampleOf(text: string, lines: readonly Line[]): string {
  const own = lines.filter((line) => !isBoilerplate(line.kind));
  let words = '';
  for (const { start, end } of own.length > 0 ? own : lines) {
    words += `${text.slice(start, Math.min(end, start + sample))}\n`;
    if (words.length >= sample) break;
  }
  return words;
}

function scriptOf(letter: string): string | undefined {
  const code = letter.codePointAt(0)!;
  if (code < 0x41) return undefined;
  if (code < 0x5b || (code > 0x60 && code < 0x7b)) return 'latin';
  return scripts.find(([, letters]) => letters.test(letter))?.[0];
}

function latin(words: string): string {
  const hits = new Map<string, number>();
  let all = 0;
  for (const [word] of words.toLowerCase().matchAll(/[\p{L}\p{M}]+/gu)) {
    all++;
    const languages = languagesOf.get(word) ?? [];
    // A word that many languages share tells less.
    for (const language of languages) {
      hits.set(language, (hits.get(language) ?? 0) + 1 / languages.length);
    }
  }
  const [best, second] = [...hits].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < 1.5 || best[1] < all * 0.06) return 'und';
  return second && second[1] > best[1] * 0.9 ? 'und' : best[0];
}

function cyrillic(words: string): string {
  if (share(words, /ў/giu) > 0.002) return 'be';
  if (share(words, /[іїєґ]/giu) > 0.01) return 'uk';
  if (share(words, /[ђћљњјџ]/giu) > 0.01) return 'sr';
  if (share(words, /[ыэё]/giu) < 0.002 && share(words, /ъ/giu) > 0.004) return 'bg';
  return 'ru';
}

function arabic(words: string): string {
  if (share(words, /[ٹڈڑےں]/gu) > 0.01) return 'ur';
  return share(words, /[پچژگکی]/gu) > 0.01 ? 'fa' : 'ar';
}

function share(words: string, letters: RegExp): number {
  return (words.match(letters)?.length ?? 0) / words.length;
}
