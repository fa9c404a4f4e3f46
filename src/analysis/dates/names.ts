/** Months, one row each, in English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian, Ukrainian, Turkish. */
const monthRows = [
  'january jan januar jänner janvier janv enero ene gennaio gen janeiro januari stycznia sty января янв січня ocak',
  'february feb febr februar février fevrier févr febrero febbraio febbr fevereiro fev februari lutego lut февраля фев лютого şubat',
  'march mar märz mär mars marzo março marco maart mrt marca марта мар березня mart',
  'april apr avril avr abril abr aprile kwietnia kwi апреля апр квітня nisan',
  'may mai mayo maggio mag maio mei maja мая травня mayıs',
  'june jun juni juin junio giugno giu junho czerwca cze июня червня haziran',
  'july jul juli juillet juil julio luglio lug julho lipca lip июля липня temmuz',
  'august aug août aout agosto ago augustus sierpnia sie августа авг серпня ağustos',
  'september sept sep septembre septiembre settembre sett setembro set września wrz сентября сен вересня eylül',
  'october oct oktober okt octobre octubre ottobre ott outubro out października paź октября окт жовтня ekim',
  'november nov novembre noviembre novembro listopada lis ноября ноя листопада kasım',
  'december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro grudnia gru декабря дек грудня aralık',
];

/** Sunday first, as `weekday` counts. English, German, French, Spanish, Italian, Portuguese, Dutch, Russian. */
const weekdayRows = [
  'sunday sun sonntag dimanche dim domingo dom domenica zondag воскресенье',
  'monday mon montag lundi lun lunes lunedì segunda maandag понедельник',
  'tuesday tue tues dienstag mardi mar martes martedì terça dinsdag вторник',
  'wednesday wed weds mittwoch mercredi mer miércoles mercoledì quarta woensdag среда',
  'thursday thu thur thurs donnerstag jeudi jeu jueves giovedì quinta donderdag четверг',
  'friday fri freitag vendredi ven viernes venerdì sexta vrijdag пятница',
  'saturday sat samstag samedi sam sábado sabato zaterdag суббота',
];

const numbered = (rows: readonly string[], first: number): ReadonlyMap<string, number> =>
  new Map(rows.flatMap((row, i) => row.split(' ').map((name) => [name, i + first] as const)));

const months = numbered(monthRows, 1);
const weekdays = numbered(weekdayRows, 0);

/**
 * 1–12 for a month's name or short form in a dozen languages.
 * A word glued to its front by a lost line break is dropped ("readApril").
 */
export function monthOf(word: string): number | undefined {
  return months.get(word.toLowerCase()) ?? months.get(unglued(word));
}

/** 0 (Sunday) – 6 for a weekday's name or short form. */
export function weekdayOf(word: string): number | undefined {
  return weekdays.get(word.toLowerCase());
}

function unglued(word: string): string {
  return (/\p{Ll}(\p{Lu}\p{Ll}+)$/u.exec(word)?.[1] ?? '').toLowerCase();
}
