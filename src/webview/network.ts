import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationLinkDatum,
  type SimulationNodeDatum,
} from 'd3-force';
import type { EventMap, MappedName, NameTie } from '../corpus/eventMap';

export interface PlacedName {
  readonly name: MappedName;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

export interface PlacedTie {
  readonly tie: NameTie;
  readonly from: PlacedName;
  readonly to: PlacedName;
  /** Thickness of its line in pixels. */
  readonly thickness: number;
}

export interface Network {
  readonly width: number;
  readonly height: number;
  readonly names: readonly PlacedName[];
  readonly ties: readonly PlacedTie[];
}

interface Body extends SimulationNodeDatum {
  readonly radius: number;
  readonly letters: number;
}

const steps = 320;
const side = 70;
const top = 24;
const perLetter = 6.2;
/** So much room a letter of its label adds around a name; below and above there is more room. */
const roomPerLetter = 1.7;

/** Places names so that those that stand in the same articles stand together. The same map gives the same picture. */
export function placeNames({ names, ties }: EventMap, width: number): Network {
  const height = Math.round(Math.min(760, 220 + 14 * names.length));
  const bodies = names.map(({ articles, name }): Body => ({
    radius: Math.min(20, 4 + 2.4 * Math.sqrt(articles)),
    letters: Math.min(24, name.length),
  }));
  const most = Math.max(1, ...ties.map(({ articles }) => articles));
  const links = ties.map(
    ({ from, to, articles }): SimulationLinkDatum<Body> & { share: number } => ({
      source: from,
      target: to,
      share: articles / most,
    }),
  );
  const simulation = forceSimulation(bodies)
    .force(
      'ties',
      forceLink<Body, (typeof links)[number]>(links)
        .distance(({ share }) => 95 - 40 * share)
        .strength(({ share }) => 0.25 + 0.35 * share),
    )
    .force('apart', forceManyBody().strength(-260).distanceMax(420))
    .force(
      'room',
      forceCollide<Body>(({ radius, letters }) => radius + 10 + roomPerLetter * letters).iterations(
        3,
      ),
    )
    .force('x', forceX(0).strength(0.06))
    .force('y', forceY(0).strength(0.09))
    .stop();
  for (let step = 0; step < steps; step++) simulation.tick();

  const within = (value: number, low: number, high: number): number =>
    Math.max(low, Math.min(high, value));
  const furthest = Math.max(1, ...bodies.map(({ y }) => Math.abs(y ?? 0)));
  const scale = Math.min(1.25, (height / 2 - top) / furthest);
  // Labels are wide: across there is more room than down.
  const widest = Math.max(1, ...bodies.map(({ x }) => Math.abs(x ?? 0)));
  const scaleX = Math.min(2, (width / 2 - side) / widest);
  const placed = bodies.map(({ x = 0, y = 0, radius }, index): PlacedName => {
    const name = names[index]!;
    const room = Math.max(side, (name.name.length * perLetter) / 2);
    return {
      name,
      radius,
      x: within(width / 2 + x * scaleX, room, width - room),
      y: within(height / 2 + y * scale, top, height - top - radius),
    };
  });
  return {
    ...{ width, height, names: placed },
    ties: ties.map((tie) => ({
      tie,
      from: placed[tie.from]!,
      to: placed[tie.to]!,
      thickness: 1 + (4 * tie.articles) / most,
    })),
  };
}
