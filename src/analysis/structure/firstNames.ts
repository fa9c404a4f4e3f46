import { wordSet } from '../boilerplate/words';

/** Frequent first names of people who sign articles: they tell "Jane Doe" from "Site Menu". */
export const firstNames = wordSet(
  `aaron abdul adam adrian ahmed alan albert alex alexander alexandra alexis ali alice alicia alison allison amanda amber amy
  ana andrea andreas andrew andy angela anita ann anna anne anthony antonio april arthur ashley barbara ben benjamin bernard
  beth bill bob brad brandon brian bruce bryan caitlin cameron carl carla carlos carol caroline casey catherine charles
  charlotte chelsea chloe chris christian christina christine christopher claire clare claudia colin connor courtney craig
  cynthia dan daniel daniela dave david dean deborah denis dennis derek diana diane dmitry don donald doug douglas dylan ed
  eddie edward elena eli elizabeth ella ellen elliot emily emma eric erica erik erin ethan eva evan fatima felix fiona
  frances francis frank fred gabriel gareth gary gavin geoff george gerald gina glenn gordon grace graham grant greg gregory
  hannah harriet harry hassan heather helen henry howard hugh ian ibrahim isabel ivan jack jackie jacob jake james jamie jan
  jane janet jason jay jeff jeffrey jen jennifer jenny jeremy jerry jess jesse jessica jill jim joan joe joel johannes john
  johnny jon jonathan jordan jorge jose joseph josh joshua joy juan judith julia julian julie justin kara karen karl kate
  katherine kathleen kathryn katie kay keith kelly ken kenneth kerry kevin kim kirsten kristen kristin kyle lara larry laura
  lauren lawrence leah lee leo leslie lewis liam linda lindsay lisa liz logan louis louise lucas lucy luis luke lydia lynn
  maggie malcolm manuel marc marcus margaret maria marie mario mark marta martha martin mary maryna matt matthew maureen max
  megan melanie melissa mia michael michelle miguel mike mohamed mohammad mohammed molly monica muhammad myles nadia nancy
  naomi natalia natalie natasha nathan neil nicholas nick nicola nicole nikita nina noah nora olga oliver olivia omar oscar
  owen paige pamela patricia patrick paul paula pedro penny pete peter phil philip phillip phoebe pierre priya rachael rachel
  rafael ralph raymond rebecca ren rhys ricardo richard rick rita rob robert robin roger ron ronald rory rosa rose ross roy
  russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sebastian sergei shane shannon sharon shaun simon
  sofia sonia sophia sophie stacy stefan stella stephanie stephen steve steven stuart sue susan suzanne tania tanya tara ted
  teresa terry theo theresa thomas tim timothy tina toby todd tom tommy tony tracy trevor tyler valerie vanessa veronica
  victor victoria vincent virginia vladimir walter warren wayne wendy will william yasmin yusuf zach zachary zoe`,
);
