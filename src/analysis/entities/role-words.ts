const list = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Nouns that name an office or a trade: the last word of a role. */
export const roleNouns = list(`
  president president-elect vice-president chancellor premier minister secretary secretary-general senator
  congressman congresswoman representative governor lieutenant-governor mayor councillor councilman
  councilwoman councilor alderman commissioner ambassador envoy diplomat spokesman spokeswoman spokesperson
  leader dictator ruler king queen prince princess emperor empress duke duchess earl lord lady baron baroness
  sheikh sultan emir ayatollah imam rabbi pope cardinal archbishop bishop priest pastor reverend deacon
  general colonel major captain lieutenant sergeant corporal private admiral commodore commander brigadier
  marshal officer chief chairman chairwoman chairperson chair chairmember director executive ceo cfo coo cto
  founder co-founder cofounder owner entrepreneur banker economist analyst strategist trader manager
  coach goalkeeper striker midfielder defender forward winger batsman bowler skipper quarterback pitcher
  professor lecturer researcher scientist historian physicist biologist epidemiologist virologist doctor
  surgeon nurse dean rector provost principal teacher student author writer novelist poet playwright
  journalist reporter correspondent editor columnist editor-in-chief photographer cameraman anchor presenter
  host broadcaster producer actor actress singer musician composer conductor pianist guitarist rapper director
  artist painter sculptor architect designer lawyer attorney solicitor barrister prosecutor judge justice
  magistrate sheriff inspector detective superintendent constable investigator lawmaker legislator mp mep
  deputy activist campaigner dissident organizer organiser farmer engineer pilot astronaut driver fisherman
  resident secretary-treasurer treasurer whip speaker negotiator adviser advisor aide counsel counselor
  administrator comptroller controller coordinator consultant expert specialist veteran candidate nominee
  oligarch billionaire tycoon magnate baron businessman businesswoman heir warlord cleric opposition
  champion winner star player teammate captain manager counterpart warden ombudsman undersecretary
  attorney-general solicitor-general mr mrs ms miss dr prof sir dame sen rep gov gen lt col sgt capt
  cmdr adm maj rev fr hon sr`);

/** Words that may stand before the noun in a role, besides names and other capitalised words. */
export const roleModifiers = list(`
  former acting interim deputy vice prime foreign defense defence interior finance health justice trade
  energy education labor labour environment transport agriculture culture sports science home economy
  chief senior junior assistant associate managing executive general longtime long-time veteran incumbent
  outgoing incoming newly elected recently re-elected opposition ruling military army navy naval police
  state national regional local provincial federal presidential parliamentary political party republican
  democratic conservative liberal labour socialist communist nationalist far-right far-left leftist
  right-wing left-wing centrist independent crown lieutenant major brigadier rear staff press government
  foreign-policy company team club head assistant co- then- fellow late first second third supreme attorney
  district county city town village human rights climate civil research chief-executive bank fund
  investment market oil football soccer tennis golf cricket rugby basketball baseball hockey boxing
  film art music opera star legendary famous prominent leading top principal lead award-winning
  u.s. us uk eu un`);

/** Titles that stand before a name and never belong to it. */
export const leadingTitles = list(`
  president vice-president chancellor premier prime minister secretary senator governor mayor chairman
  ambassador general colonel captain lieutenant sergeant major admiral commander brigadier marshal
  professor doctor judge justice rep sen gov gen lt col sgt capt cmdr adm maj mr mrs ms miss dr prof
  congressman congresswoman representative reverend rev archbishop bishop cardinal king queen spokesman
  spokeswoman director coach inspector detective sheriff attorney commissioner speaker legislator lecturer
  councilman councilwoman superintendent constable undersecretary`);
