import type { Random } from './random';

/** An invented outlet and the furniture that stands around each of its articles. */
export interface Outlet {
  readonly top: readonly string[];
  readonly bottom: readonly string[];
  readonly related: readonly string[];
}

const firstNames = [
  'Harbor',
  'Northfield',
  'Summit',
  'Capital',
  'Lakeside',
  'Pioneer',
  'Evening',
  'Metro',
  'Valley',
  'Union',
];
const secondNames = [
  'Courier',
  'Ledger',
  'Dispatch',
  'Observer',
  'Chronicle',
  'Sentinel',
  'Examiner',
  'Bulletin',
  'Gazette',
  'Record',
];
const sections = [
  'Home',
  'World',
  'Politics',
  'Business',
  'Sports',
  'Weather',
  'Opinion',
  'Obituaries',
  'Traffic',
  'Entertainment',
  'Health',
  'Science',
  'Travel',
  'Classifieds',
  'Jobs',
  'Podcasts',
  'Investigations',
  'Real Estate',
  'Lottery',
  'Crossword',
];
const asides = [
  'Subscribe to the {n} newsletter and get the morning briefing delivered to your inbox every weekday',
  'Advertisement - story continues below',
  'We use cookies to improve your experience. By continuing you accept the {n} privacy policy and terms of service',
  'Share this story on Facebook, Twitter, LinkedIn, WhatsApp or Email',
  'Download the {n} app for breaking alerts and live weather radar',
  'Sign in or create an account to comment. Comments are moderated by {n} staff',
  'Have a news tip? Contact the {n} newsroom at tips@{d}',
  'Support independent reporting: become a {n} member today for one dollar a week',
  'Copyright {n} Media Group. All rights reserved. This material may not be published, broadcast, rewritten or redistributed',
  '{n} Media Group is an equal opportunity employer. FCC public file and closed captioning help',
  'Follow {n} reporter on Twitter for updates from the courthouse and city council',
  'Most read this week on {d}',
  'Watch live: {n} 24/7 streaming channel',
  'Skip to main content - Search {d}',
  'Today in history, horoscopes and comics from {n} features desk',
];
const subjects = [
  'Mayor',
  'School board',
  'Governor',
  'Police',
  'Local family',
  'Hospital',
  'Farmers',
  'Football coach',
  'Restaurant owner',
  'City council',
  'Firefighters',
  'Scientists',
];
const deeds = [
  'approves budget',
  'warns of storm damage',
  'opens new bridge',
  'faces lawsuit over parking',
  'celebrates anniversary',
  'investigates warehouse fire',
  'rejects stadium plan',
  'reports record profits',
  'rescues stranded hikers',
  'names new director',
  'cancels annual parade',
  'tests drinking water',
];
const places = [
  'in Marlow County',
  'near Eastgate',
  'at Riverside Mall',
  'after long debate',
  'despite protests',
  'for third time this year',
  'in Old Town',
  'on Highway 9',
];

/** Invents an outlet with ten to twenty lines of furniture of its own. */
export function inventOutlet(random: Random): Outlet {
  const name = `${random.pick(firstNames)} ${random.pick(secondNames)}`;
  const domain = `${name.toLowerCase().replace(' ', '')}.example`;
  const fill = (line: string): string => line.replaceAll('{n}', name).replaceAll('{d}', domain);
  const lines = random.sample(asides, random.between(7, 12)).map(fill);
  const menu = random.sample(sections, random.between(6, 14));
  const cut = random.between(2, lines.length - 2);
  return {
    top: [name, ...(random.next() < 0.5 ? menu : [menu.join(' | ')]), ...lines.slice(0, cut)],
    bottom: lines.slice(cut),
    related: Array.from(
      { length: 12 },
      () => `${random.pick(subjects)} ${random.pick(deeds)} ${random.pick(places)}`,
    ),
  };
}

/** The text as this outlet's page would give it: furniture above, below, and a changing list of related headlines. */
export function furnish(text: string, outlet: Outlet, random: Random): string {
  return [
    ...outlet.top,
    text,
    'Related stories',
    ...random.sample(outlet.related, 5),
    ...outlet.bottom,
  ].join('\n');
}
