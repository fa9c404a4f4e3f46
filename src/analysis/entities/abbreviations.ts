const list = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** Abbreviated titles: a name follows, so the dot never ends a sentence. */
export const titleAbbreviations = list(
  'mr mrs ms dr prof sen rep gov gen lt col sgt capt cmdr adm maj brig cpl pvt rev fr sr hon st ste mt pres ' +
    'supt det insp messrs mme mlle amb atty treas sec asst ft vs no nos',
);

/** Other abbreviations whose dot belongs to the word but which can also close a sentence. */
export const otherAbbreviations = list(
  'jr inc corp co ltd llc bros cos plc jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed ' +
    'thu thur thurs fri sat sun ave blvd rd dept univ assn est etc dist ala ariz ark calif colo conn del fla ga ' +
    'ill ind kan ky mass md mich minn miss mont neb nev okla ore pa penn tenn tex va vt wash wis wyo approx ' +
    'al eds ed vol pp cf govt intl natl',
);

/** Words that open sentences: after "U.S." or "Inc." a capital alone proves nothing, one of these does. */
export const sentenceOpeners = list(
  'the a an in on at it he she they we i but and for however this that these those there when while after ' +
    'before if as his her its their our my as by from with under during meanwhile some many most several one two ' +
    'three last earlier later also since although though despite according what who why how not no so or then ' +
    'now once both all each such more other another police officials',
);
