import type { Row } from '../boilerplate/rows';
import { wordSet } from '../boilerplate/words';

const dateWords = wordSet(
  `jan january feb february mar march apr april may jun june jul july aug august sep sept september oct october nov
  november dec december monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
  sat sun am pm et est edt gmt utc bst pst pdt cet cest ist a p m h ago hour hours hr hrs minute minutes min mins day
  days week weeks month months year years yesterday today just now published updated last on at posted first modified
  date time st nd rd th uhr januar februar märz mai juni juli oktober dezember montag dienstag mittwoch donnerstag
  freitag samstag sonntag vor stunden janvier février mars avril juin juillet août septembre octobre novembre décembre
  le à lundi mardi mercredi jeudi vendredi samedi dimanche heures января февраля марта апреля мая июня июля августа
  сентября октября ноября декабря of the`,
);
const tellingWords = wordSet(
  `jan january feb february mar march apr april jun june jul july aug august sep sept september oct october nov november dec
  december monday tuesday wednesday thursday friday saturday sunday ago yesterday january februar märz mai juni juli
  oktober dezember janvier février mars avril juin juillet août septembre octobre novembre décembre января февраля
  марта апреля мая июня июля августа сентября октября ноября декабря vor may`,
);

/** Is the row little else than a date, a time or an age: "Saturday, May 24, 2025", "3 hours ago"? */
export function isWhen(row: Row): boolean {
  if (row.words === 0 || row.words > 16 || row.digits === 0) return false;
  let dated = 0;
  let telling = 0;
  for (const hash of row.hashes) {
    if (dateWords.has(hash)) dated++;
    if (tellingWords.has(hash)) telling++;
  }
  if (/^\d{1,4}[-/.]\d{1,2}[-/.]\d{2,4}(?:\D|$)/.test(row.text) && row.words <= 6) return true;
  const others = row.words - dated - row.numbers;
  if (others === 0 && /\d[-/.]\d{1,2}[-/.](?:19|20)\d\d(?!\d)/.test(row.text)) return true;
  return telling > 0 && others <= 1;
}

/** Minutes, from "2 min read" and the like; undefined if the row says nothing of the kind. */
export function isReadTime(row: Row): boolean {
  if (row.words < 2 || row.words > 8) return false;
  return /^(?:(?:estimated )?read(?:ing)? time:? ?)?(?:less than )?\d{1,3}[ -]?(?:minutes?|mins?)\.?(?:[ -]read(?:ing)?(?: time)?)?\.?$/i.test(
    row.text,
  )
    ? /read|time/i.test(row.text)
    : false;
}
