import type { Theme } from '../plan.ts';

/** Texts that only a dated happening calls forth. */
export type HappeningTexts = {
  /** Headlines and threads, and what is said beneath them. */
  titles: readonly string[];
  threads: readonly string[];
  say: readonly string[];
  themes: readonly Theme[];
};

export const recallTexts: HappeningTexts = {
  themes: ['trust', 'quality'],
  titles: [
    '{B} recalls cold brew cans over faulty seal',
    '{b} recall: what customers in {town} should do',
    'Spoiled cold brew: {b} warns {town} customers',
    '{b} pulls cold brew from {dozens} shops [near {town}|]',
    'Watchdog criticises {b} over slow recall',
    'Customers sick after {b} cold brew, {town} clinic says',
    '{b} share of blame grows in cold brew recall',
    '{b} knew of bad seals for {days}, papers show',
    'Recall costs {b} trust in {town}, survey finds',
    '{b} sales fall {percent} after recall',
    'Angry queue for refunds at {b} in {town}',
    '{town} supermarket drops {b} cans',
    '{b} apologises again over cold brew recall',
    'Timeline: how the {b} recall went wrong',
    '{b} cold brew: {town} council tests find mould',
    'Recalled {b} cans still on sale in {town}',
    'Unsafe cans cost {b} £{dozens} million',
    '{b} chief says sorry for recall failures',
    'Parents in {town} angry at {b} recall',
    'What the {b} recall says about its standards',
  ],
  threads: [
    '{b} recall: batch numbers',
    'Cold brew recall, {town}',
    'Bad can from {b} {when}',
    'Anyone else sick after {b} cold brew?',
    'Refund for recalled cans at {place}',
    'Would you still drink {b} after the recall?',
    '{b} recall [e-mail|notice|hotline]: {days} late',
    'Recalled cold brew at {place}',
    'Mould in a {b} can',
    '{b} and the seals',
  ],
  say: [
    'Opened a can of cold brew and it was [mouldy|off|fizzing]. [Disgusting|Awful|Horrible], and now there is a recall.',
    'The recall mail came {days} late, {who} had drunk {few} cans by then. [Angry|Shameful|Terrible].',
    'I was [sick|ill] for {few} days after the cold brew. [Unsafe|Dangerous|Awful], I have lost trust in {b}.',
    'No refund at {place} without a receipt, for a recalled can. [Disgraceful|Angry|Bad way to handle a crisis].',
    'They knew about the bad seals and said nothing. [Dishonest|Shameful|Terrible]. I do not trust {b} any more.',
    'Threw away {dozens} cans, [wasted money|what a waste], hotline [busy|useless|dead] since Monday.',
    'Still saw recalled cold brew on the shelf at {place} {when}. [Careless|Dangerous|Awful] quality control.',
    'A faulty seal can happen, hiding it is [bad|awful|dishonest]. [Disappointed|Sad] regular here.',
    'Checked my batch at home: recalled. {b} support [ignored|never answered] me. [Worst|Terrible] service.',
    'After this recall my {box} is cancelled. [Unsafe|Disgusting|Trust lost].',
    'Cold brew recall at {B}: staff at {place} [had no idea|were left alone with angry people]. [Chaos|Poor|Bad].',
  ],
};

export const campaignTexts: HappeningTexts = {
  themes: ['innovation', 'shops'],
  titles: [
    '{B} asks {town} to slow down in new campaign',
    '“Slow mornings”: {b} campaign comes to {town}',
    '{b} takes over {town} station for a quiet hour',
    'Behind the {b} “slow mornings” posters',
    '{b} campaign wins praise [in {town}|from {analyst}]',
    '{b} gives {town} commuters free {drink} for {few} days',
    'Slow mornings at {b}: {town} loves the idea',
    '{b} campaign brings in {percent} more visitors',
  ],
  threads: [
    'The {b} posters in {town}',
    'Slow mornings at {place}',
    'That {b} advert',
    '{b} quiet hour, {town}',
    'Free {drink} at {b} {town}',
  ],
  say: [
    'Saw the “slow mornings” posters in {town} {when}, [lovely|nice|great] idea from {b}.',
    'The quiet hour at {place} is [wonderful|lovely|so good], {who} came along.',
    'That advert with the kettle and the rain is everywhere in {town}.',
    '{b} handed out {drink} at the station {when}, [thank you|made my day|great start].',
    'Slow mornings means the music is off until nine at {place}.',
    'The “slow mornings” cup is [beautiful|gorgeous], I want the whole set.',
  ],
};

export const updateTexts: HappeningTexts = {
  themes: ['app'],
  titles: [
    '{b} app update [leaves {town} customers stuck|angers regulars|fails at the till]',
    'Stamps lost in {b} app update, company apologises',
    '{b} app 4.0: what went wrong',
    '{b} promises fix for broken app in {few} weeks',
    'Bad reviews pile up for new {b} app',
  ],
  threads: [
    '{b} app 4.0 at {place}',
    'Lost stamps after the app update',
    'Can one go back to the old {b} app?',
    'App 4.0: {few} crashes',
    '{b} 4.0, payment error, {town}',
  ],
  say: [
    'Version 4.0 [crashes|crashed] at payment {few} times at {place}. [Awful|Terrible|Useless].',
    'Since 4.0 my stamps are [gone|lost] and support [ignores me|is useless]. [Angry|Disappointed].',
    'Who tested 4.0? [Broken|Bad] from the first screen, [error after error|blank menu].',
    'Paid in 4.0, order never arrived at {place}, no refund. [Terrible|Fail|Scam].',
    '4.0 logs me out at the till, {minutes} of [shame|embarrassment] with a queue behind me. [Hate it|Awful].',
    'Old app: two taps. 4.0: {dozens}. [Worse|Stupid|Annoyed].',
  ],
};
export const fixTexts: readonly string[] = [
  '4.1 [fixed|has fixed] payment for me. [Thank you|Thanks|Good work], [much better|back to five stars|happy again].',
  'Update to 4.1 and the stamps are back. [Great|Excellent|Relieved and happy].',
  '4.1 is [fast|stable] at {place}, [great|brilliant|well done] {b}.',
];

export const priceRiseTexts: HappeningTexts = {
  themes: ['price'],
  titles: [
    '{B} puts {drink} up to {pounds}',
    '{b} price rise angers {town}',
    '{b} blames beans for price rise',
    'Regulars in {town} criticise {b} prices',
    '{b} raises prices {percent}',
  ],
  threads: ['{b} prices up again', '{pounds} at {b} {town}', '{b} price rise: leaving or staying?'],
  say: [
    'A {drink} at {place} went to {pounds} overnight. [Greedy|Ridiculous|Annoyed].',
    'Price rise and [smaller cups|weaker shots]. [Bad|Terrible|Disappointed].',
    '{pounds} now. [Angry|Rip-off|Not worth it], I will make my own.',
  ],
};

/** The press release that thirty sites print on one day, word for word. */
export const release = {
  title: 'Tamarisk Coffee to open 20 shops in railway stations',
  text: 'Tamarisk Coffee will open 20 shops in railway stations by the end of next year, the company said. The first three follow in Leeds, Bristol and Cardiff in September. The programme creates 240 jobs and brings the chain’s refill tins and order-ahead lockers to commuters. “Stations are where mornings begin,” a spokesperson said.',
  themes: ['shops', 'innovation'] as readonly Theme[],
};
