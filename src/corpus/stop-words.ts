const list = `
a about above after again against all also am an and any are as at be been before being below between both but by can
could did do does doing down during each few for from further get gets getting go goes going gone got had has have having
he her here hers herself him himself his how however i if in into is it its itself just last let made many may me might
more most much must my myself new no nor not now of off on once one only onto or other our ours ourselves out over own per
said same say saying says she should since so some still such than that the their theirs them themselves then there these
they this those through thus to told too toward towards two under until up upon us very via was way we were what when where
which who whom whose why will with within without would year years you your yours yourself
monday tuesday wednesday thursday friday saturday sunday mr mrs ms dr according first second day days week month
`;

const words: ReadonlySet<string> = new Set(list.split(/\s/).filter((word) => word !== ''));

/** Is this lower-case English word too common to tell one news story from another? */
export function isStopWord(word: string): boolean {
  return words.has(word);
}
