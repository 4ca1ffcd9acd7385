import type { Chance } from './chance.ts';

/** One item of a feed, as the world knows it: what it says, when, and whom it names. */
export type Story = {
  /** A word that stands in its title, and in its link where that is its own: `zq1f3`. */
  code: string;
  /** From when on the feed lists it, and when it says it was published (milliseconds UTC). */
  joins: number;
  dated: number;
  /** From when on its title reads otherwise. */
  edited?: number;
  /** From when on it says another date, and which. */
  redated?: { from: number; to: number };
  /** Where it leads, without any variant of tracking or spelling; none where the feed gives no links. */
  link: string | undefined;
  guid: string | undefined;
  title: string;
  /** HTML. */
  text: string;
  /** Ids of the brands that it names. */
  names: readonly string[];
};

/** The panel that the year is collected for. Query and stories are written by hand to agree; see `naming`. */
export const panel = {
  brand: { id: 'saltmarsh', name: 'Saltmarsh Bakery' },
  competitors: [
    { id: 'bluebird', name: 'Bluebird Roasters', any: ['Bluebird'], context: ['coffee'], none: ['sedan'] },
    { id: 'quill', name: 'Quillfather' },
  ],
};

/** How a brand is named, in ways that markup and typing make hard to see. */
const naming: Readonly<Record<string, readonly string[]>> = {
  saltmarsh: [
    'Saltmarsh Bakery',
    'SALTMARSH BAKERY',
    'Saltmarsh&nbsp;Bakery',
    '<b>Saltmarsh</b> Bakery',
    'Saltmarsh\n   Bakery',
    '<a href="https://saltmarsh.example/?a=1&amp;b=2">Saltmarsh Bakery</a>',
    'Salt&shy;marsh Bakery',
  ],
  bluebird: ['coffee by Bluebird', 'the Bluebird <em>coffee</em> bar', 'Bluebird, whose coffee'],
  quill: ['Quillfather', '“Quillfather”', 'Quillfather&#39;s', '<i>Quillfather</i>'],
};
/** Near misses: none of these names a brand of the panel. */
const decoys = [
  'the Saltmarsh reserve',
  'a bakery by the salt marsh',
  'Quillfatherland',
  'the bluebirds over town',
  'a Bluebird sedan, and coffee on the way',
  'Saltmarshes: bakery goods',
];
const subjects = ['The council', 'A reader', 'Our critic', 'The fair', 'A driver', 'The old mill', 'Nobody'];
const verbs = ['praises', 'asks about', 'visits', 'leaves', 'remembers', 'queues for', 'recommends'];
const objects = ['the rye loaf', 'the new shop', 'its prices', 'the delivery', 'a cup at noon', 'the app'];
const filler =
  'On a quiet street people talk about bread, prices and the weather, and about what the morning brings.';

const plainOf = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&shy;/g, '')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ');

/** What a story says: about a third names a brand, in the title or somewhere in the text, another third nearly does. */
export function tell(chance: Chance, code: string): Pick<Story, 'title' | 'text' | 'names'> {
  const names: string[] = [];
  const sentences = [`<p>${filler}</p>`];
  let title = `${chance.pick(subjects)} ${chance.pick(verbs)} ${chance.pick(objects)}`;
  if (chance.percent(35)) {
    const brand = chance.pick(Object.keys(naming));
    names.push(brand);
    const said = chance.pick(naming[brand] as readonly string[]);
    if (chance.percent(35)) title = `${title}: ${plainOf(said)}`;
    else {
      if (chance.percent(20)) sentences.push(`<p>${`${filler} `.repeat(chance.whole(5, 60))}</p>`);
      sentences.push(`<p>It was ${said} that she meant.</p>`);
    }
    // A second brand in the same breath is a second mention of the same item.
    if (brand === 'saltmarsh' && chance.percent(15)) {
      names.push('quill');
      sentences.push('<p>Others prefer Quillfather.</p>');
    }
  } else if (chance.percent(50)) sentences.push(`<p>${chance.pick(decoys)} was in the news.</p>`);
  return { title: `${title} ${code}`, text: sentences.join('\n'), names };
}

/** Title and date as the feed states them at a moment. */
export const titleAt = (story: Story, at: number): string =>
  story.edited !== undefined && at >= story.edited ? `Corrected: ${story.title}` : story.title;
export const dateAt = (story: Story, at: number): number =>
  story.redated !== undefined && at >= story.redated.from ? story.redated.to : story.dated;
