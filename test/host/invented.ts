import { Random } from '../bench/random';

/** Invented reports on invented happenings, as many as wanted; the same each time. */

const syllables =
  'kar lom mir ten vas dor ely ban shu gor nip pra zel hut tam ost qui fer wyn jan'.split(' ');
const vowels = ['a', 'e', 'i', 'o', 'u'];
const givenNames = ['Agnes', 'Pavel', 'Ruth', 'Henrik', 'Dana', 'Tomas', 'Ilse', 'Marek'];
const months = ['January', 'March', 'April', 'May', 'June', 'August', 'October', 'November'];
const papers = ['Courier', 'Herald', 'Gazette', 'Tribune', 'Mercury', 'Observer'];
const things = (
  'anchor antenna apron archway balcony barley beacon bellows bridge buoy cable canal canvas cedar chapel chimney ' +
  'clock clover compass copper crane crate cupola dairy derrick dock dynamo easel elevator engine fiddle flagpole ' +
  'fountain furnace gallery garage glacier granary granite greenhouse gutter hammer harvest hedge helmet ' +
  'hydrant island ivory jetty juniper kennel kiln kiosk ladder lantern laundry lighthouse loom maple marble mast ' +
  'meadow mirror monument mosaic mural nursery oak observatory orchard organ oven parachute pasture pavilion ' +
  'pendulum piano pigeon pipeline plough pontoon pottery pulley quarry quilt raft reservoir rudder saddle satchel ' +
  'sawmill sculpture shovel sleigh spire stable statue steeple sundial tannery tapestry telescope tent thermometer ' +
  'trailer trench trolley tunnel turbine turret vault viaduct vineyard violin wagon walnut warehouse windmill'
).split(' ');
const deeds =
  'repairs sells opens floods moves rents paints burns loses finds buries lifts closes measures rebuilds fences'.split(
    ' ',
  );

interface Happening {
  readonly random: Random;
  readonly town: string;
  readonly person: string;
  readonly other: string;
  readonly firm: string;
}

function invent(number: number): Happening {
  const random = new Random(number + 1);
  const name = (parts: number): string => {
    const word = Array.from({ length: parts }, () => random.pick(syllables) + random.pick(vowels));
    return word.join('').replace(/^./, (letter) => letter.toUpperCase());
  };
  const [town, first, second, firm] = [name(3), name(3), name(3), name(3)];
  return {
    ...{ random, town, firm: `${firm} Works` },
    person: `${random.pick(givenNames)} ${first}n`,
    other: `${random.pick(givenNames)} ${second}k`,
  };
}

/** The report of one paper on one happening. Reports on the same happening share its names, its words and its day. */
export function inventedReport(happening: number, paper: number): string {
  const { random, town, person, other, firm } = invent(happening);
  const thing = (): string => random.pick(things);
  const [subject, place] = [thing(), thing()];
  const sentences = [
    [
      `${firm} told ${town} about the ${subject} and the ${place}, and ${person} brought a ${thing()}.`,
      `In ${town} a ${subject} fell on the ${place} of ${firm} while ${person} carried a ${thing()} past.`,
      `Rain has reached the ${subject} of ${firm}; ${person} drained the ${place} of ${town} with a ${thing()}.`,
    ],
    [
      `Under the ${thing()} lay a ${thing()} which ${other} of ${town} had kept for ${random.between(3, 90)} years.`,
      `${other} needed ${random.between(3, 90)} helpers for the ${thing()}, none of whom had seen a ${thing()}.`,
      `Nobody in ${town} but ${other} can mend a ${thing()} or tune the ${thing()} of ${random.between(1600, 1900)}.`,
    ],
    [
      `${person} wants a ${thing()}, a ${thing()} and a ${thing()} in place of the ${subject}.`,
      `Schools sent a ${thing()} and a ${thing()}, for which ${person} traded the ${thing()}.`,
      `Twice ${person} asked the council for a ${thing()}, then chose a ${thing()} over the ${thing()}.`,
    ],
    [
      `At ${firm}, ${other} called the ${thing()} behind the ${place} dearer than any ${thing()}.`,
      `Insurers of ${firm} valued the ${thing()} at nothing, the ${place} and the ${thing()} at a fortune.`,
      `Tourists photographed the ${thing()}, the ${thing()} and the ${place} that ${firm} had left unlocked.`,
    ],
  ].map((variants) => random.pick(variants));
  const headline = `${firm} ${random.pick(deeds)} ${subject} and ${place} in ${town}`;
  const day = `${random.between(1, 28)} ${random.pick(months)} ${random.between(2015, 2024)}`;
  const turned = sentences.map((_, i) => sentences[(i + paper) % sentences.length]!);
  const last = `The ${papers[paper % papers.length]!} asked ${paper + 2} witnesses.`;
  return [headline, `By ${givenNames[paper % 8]!} Writer\n${day}`, ...turned, last].join('\n\n');
}
