import { hashString } from './hash';
import type { WordType } from './words';

/** In reports of matches a city is a team: words that tell such a report. */
const sportWords = `
  match matches season league striker midfielder defender goalkeeper coach coaches goals goal scored scoring
  scorer penalty halftime half-time kickoff referee squad squads team teams teammate teammates player players
  playoff playoffs play-off play-offs championship champion champions tournament semi-final semi-finals
  semifinal semifinals quarter-final quarter-finals quarterfinal quarterfinals final finals qualifier
  qualifiers knockout standings fixture fixtures relegation promotion title trophy medal medals podium lap laps
  race races innings inning wicket wickets bowler batsman overs runs homer homers pitcher bullpen outfielder
  shortstop touchdown touchdowns quarterback linebacker receiver rebounds assists assist puck goaltender
  shutout overtime preseason roster coaching stadium fans club clubs seeded unseeded set sets tiebreak
  birdie birdies bogey par fairway putt golfer cyclist peloton sprinter sprint marathon athlete athletes
  boxer bout heavyweight knockout try tries conversion fly-half scrum winger win wins won beat beaten lost
  defeat defeated draw drew unbeaten victory victories comeback games game points`;

const sport = new Set(sportWords.trim().split(/\s+/).map(hashString));

/** Tells whether words of a stretch are a sports report's: 0 no, 1 perhaps, 2 surely. */
export function sportLevel(types: readonly WordType[], from: number, to: number): number {
  let hits = 0;
  for (let i = from; i < to; i++) if (sport.has(types[i]!.id)) hits++;
  const share = hits / Math.max(20, to - from);
  return share < 0.015 ? 0 : share < 0.045 ? 1 : 2;
}
