import type { FromPage, ToPage } from '../views/map/messages';
import { placeNames } from './network';
import { mapLists, type MapWords, networkSvg, timelineSvg } from './picture';
import { placeEvents } from './timeline';

/** What VS Code gives to a webview. */
declare function acquireVsCodeApi(): { postMessage(message: FromPage): void };

const vscode = acquireVsCodeApi();
const pngScale = 2;
const narrowest = 420;
const widest = 1600;
const drawn = ['timeline', 'network'] as const;
/** What the style sheet gives to the parts of a picture and a saved file must carry itself. */
const kept = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
  'paint-order',
  'opacity',
];

const byId = (id: string): HTMLElement => document.getElementById(id)!;

let shown: ToPage | undefined;

function wordsOf({ map, language, timeline, network, said }: ToPage): MapWords {
  const years = new Set(
    map.events.flatMap(({ start, end }) => [start.slice(0, 4), end.slice(0, 4)]),
  );
  const days = new Intl.DateTimeFormat(language, {
    ...{ month: 'short', day: 'numeric', timeZone: 'UTC' },
    ...(years.size > 1 && { year: 'numeric' }),
  });
  return {
    ...{ timeline, network },
    day: (day) => days.format(day),
    event: ({ id, title }) => said[id] ?? title,
    name: ({ id, name }) => said[id] ?? name,
  };
}

/** Draws the map for the width there is; what had the focus keeps it. */
function draw(): void {
  if (!shown) return;
  const focused = document.activeElement;
  const { event, name } = focused instanceof SVGElement ? focused.dataset : {};
  const { map, eventNote, nameNote } = shown;
  const words = wordsOf(shown);
  const room = byId('timeline').clientWidth;
  const width = Math.max(narrowest, Math.min(widest, room));
  const lists = mapLists(map, words);
  byId('timeline').innerHTML =
    map.events.length === 0 ? '' : timelineSvg(placeEvents(map.events, width), words);
  byId('network').innerHTML =
    map.names.length === 0 ? '' : networkSvg(placeNames(map, width), words);
  byId('eventList').innerHTML = lists.events;
  byId('nameList').innerHTML = lists.names;
  byId('eventNote').textContent = eventNote;
  byId('nameNote').textContent = nameNote;
  const again = [...document.querySelectorAll<SVGGElement>('.node')].find(
    ({ dataset }) =>
      (event !== undefined && dataset['event'] === event) ||
      (name !== undefined && dataset['name'] === name),
  );
  again?.focus();
}

function open(target: Element | null): void {
  const found = target?.closest<HTMLElement>('[data-event], [data-name]');
  if (!found) return;
  const { event, name } = found.dataset;
  vscode.postMessage({
    type: 'open',
    ...(event !== undefined && { event }),
    ...(name !== undefined && { name }),
  });
}

/** The next node of the same picture, in the direction of an arrow key. */
function step(from: Element, key: string): void {
  const nodes = [...(from.closest('svg')?.querySelectorAll<SVGGElement>('.node') ?? [])];
  const at = nodes.findIndex((node) => node === from);
  const places: Readonly<Record<string, number>> = {
    ArrowRight: at + 1,
    ArrowDown: at + 1,
    ArrowLeft: at - 1,
    ArrowUp: at - 1,
    Home: 0,
    End: nodes.length - 1,
  };
  const next = nodes[Math.max(0, Math.min(nodes.length - 1, places[key] ?? at))];
  for (const node of nodes) node.setAttribute('tabindex', node === next ? '0' : '-1');
  next?.focus();
}

/** Shows what a name is tied to, and lets the rest stand back. */
function showTies(name: string | undefined): void {
  const network = byId('network');
  const near = new Set([name]);
  for (const tie of network.querySelectorAll<SVGLineElement>('.tie')) {
    const { from, to } = tie.dataset;
    const isTied = name !== undefined && (from === name || to === name);
    tie.classList.toggle('far', name !== undefined && !isTied);
    if (isTied) near.add(from).add(to);
  }
  for (const node of network.querySelectorAll<SVGGElement>('.node')) {
    node.classList.toggle('far', name !== undefined && !near.has(node.dataset['name']));
  }
}

/** Both pictures in one, with the colours of the theme written into it. */
function picture(): { svg: string; width: number; height: number } {
  const space = 24;
  const parts = drawn.flatMap((id) => [...byId(id).querySelectorAll('svg')]);
  const width = Math.max(...parts.map((part) => part.width.baseVal.value));
  const whole = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  const ground = document.createElementNS(whole.namespaceURI, 'rect');
  ground.setAttribute('width', '100%');
  ground.setAttribute('height', '100%');
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  whole.append(ground);
  let height = 0;
  for (const part of parts) {
    const copy = part.cloneNode(true) as SVGSVGElement;
    const from = part.querySelectorAll('*');
    for (const [index, element] of copy.querySelectorAll('*').entries()) {
      const style = getComputedStyle(from[index]!);
      for (const property of kept) {
        element.setAttribute(property, style.getPropertyValue(property));
      }
      for (const name of ['class', 'tabindex', 'role']) element.removeAttribute(name);
    }
    copy.setAttribute('y', String(height));
    whole.append(copy);
    height += part.height.baseVal.value + space;
  }
  whole.setAttribute('width', String(width));
  whole.setAttribute('height', String(height));
  whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
  return { svg: new XMLSerializer().serializeToString(whole), width, height };
}

async function save(format: 'svg' | 'png'): Promise<void> {
  const { svg, width, height } = picture();
  if (format === 'svg') {
    vscode.postMessage({ type: 'save', format, data: svg });
    return;
  }
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * pngScale;
  canvas.height = height * pngScale;
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
  const data = canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
  vscode.postMessage({ type: 'save', format, data });
}

window.addEventListener('message', ({ data }: MessageEvent<ToPage>) => {
  shown = data;
  draw();
});
document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.id === 'saveSvg') void save('svg');
  else if (target.id === 'savePng') void save('png');
  else open(target);
});
document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (!(target instanceof SVGElement)) return;
  if (key === 'Enter' || key === ' ') open(target);
  else if (/^(?:Arrow|Home$|End$)/.test(key)) step(target, key);
  else return;
  event.preventDefault();
});
for (const type of ['focusin', 'pointerover'] as const) {
  byId('network').addEventListener(type, ({ target }) => {
    const node = target instanceof Element ? target.closest<SVGElement>('.node') : null;
    showTies(node?.dataset['name']);
  });
}
byId('network').addEventListener('focusout', () => {
  showTies(undefined);
});
byId('network').addEventListener('pointerleave', () => {
  showTies(undefined);
});

let width = 0;
let timer: ReturnType<typeof setTimeout> | undefined;
new ResizeObserver(() => {
  if (document.body.clientWidth === width) return;
  width = document.body.clientWidth;
  clearTimeout(timer);
  timer = setTimeout(draw, 150);
}).observe(document.body);
vscode.postMessage({ type: 'ready' });
