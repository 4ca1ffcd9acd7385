import type { Tone } from '../plan.ts';

type AppReview = {
  theme: 'app' | 'loyalty' | 'delivery' | 'price' | 'service' | 'subscription';
  say: readonly string[];
};

/** Titles of app reviews by stars. */
export const appTitles: Record<1 | 2 | 3 | 4 | 5, readonly string[]> = {
  5: [
    '[Love|Really love|Absolutely love] [it|this app|the new menu|ordering ahead]',
    '[Great|Brilliant|Excellent|Superb|Fantastic] [app|little app|for {drink}|for the commute|work]',
    'My {drink} in two taps',
    '[So|Really] easy [to use|to pay|for {who}|in the morning]',
    'Best coffee app [so far|in {town}|on my phone|I have]',
    'Five stars from {town}',
    'Perfect for [{town}|commuters|busy mums|my lunch break|lazy people]',
    '[Quick|Fast] and [easy|simple|reliable|friendly]',
    'Never queue again {cheer}',
    '[Thank you|Thanks|Well done] {b}',
    '{minutes} saved every {season} morning',
    'Works like a charm [in {town}|]',
    'Cant fault it',
    'Happy [customer|regular|camper|in {town}]',
    '{cheer}{cheer}',
  ],
  4: [
    'Good, [but {wish}, please|one wish: {wish}|small bugs]',
    '[Very|Pretty|Really] good [app|overall|in {town}]',
    'Nearly perfect [for {drink}|]',
    'Good for {drink}',
    'Like it, [mostly|a lot|would love {wish}]',
    '[Nice|Handy|Useful] [app|for {town}|for {drink}]',
    'Four for now',
  ],
  3: [
    '[OK|Okay|It is OK], [could be better|nothing more|I suppose]',
    'Mixed [feelings|bag|{season}]',
    'Works [sometimes|on good days|in {town}, not in {town2}]',
    'Average [app|at best]',
    'Half good',
    'Fine for {drink}, less for {food}',
    'Needs {wish}',
  ],
  2: [
    '[Getting|Got] worse [since {past}|every update|]',
    '[Slow|Buggy|Clunky] [and slow|since {past}|for {drink}|]',
    'Disappointed [with the update|in {town}|again]',
    'Used to be [better|good|my favourite]',
    'Not great [at {place}|for {drink}|]',
    '{minutes} to order a {drink}',
  ],
  1: [
    '[Crashes|Keeps crashing] [at payment|every time|on opening|since {past}]',
    '[Awful|Terrible|Useless|Horrible|Dreadful] [app|update|mess|since {past}]',
    'Lost my [stamps|points|order|money and my patience]',
    'Paid, no {drink}',
    'Cannot log in [any more|since {past}|]',
    'Bring back the old [app|version|menu]',
    'Worst [app|update] [ever|of the {season}|]',
    'Charged [twice|{few} times] for a {drink}',
    '[Broken|Completely broken] {groan}',
    'DO NOT UPDATE',
    'Avoid [this app|the update|]',
    'Wheres my refund',
  ],
};

/** What app reviews say, by tone; the theme is what a careful reader would say that it speaks of. */
export const appReviews: Record<Tone, readonly AppReview[]> = {
  positive: [
    {
      theme: 'app',
      say: [
        '[Order|I order] ahead on the {street} bus and my {drink} is [ready|waiting] when I get [there|to {place}]. [Love it|Brilliant|So good].',
        'The app is [simple|quick|clean] and [it just works|does what it should|never lets me down]. [Great|Excellent] job.',
        '[Easy|Really easy] to use, even {who} manages. [Happy|Very happy|Great stuff].',
        'Best thing: it remembers my {drink} with [oat milk|an extra shot|no sugar]. [Love that|Super useful|Perfect].',
        'Map of shops is [great|really helpful], found one in {town} I never knew.',
        'Paying is [fast|smooth] and [safe|secure], the receipt comes by mail. [Great|Good work|Impressed].',
        'Works [great|brilliantly] on my old phone too {cheer}',
        'used it {few} times now and its [great|fab|brilliant], no more queue at {place}',
      ],
    },
    {
      theme: 'loyalty',
      say: [
        '[Stamps|Points] are added by themselves, free {drink} every few weeks. [Love it|Brilliant|Happy].',
        'Free birthday {food} popped up in the app. [Lovely|Nice] touch, [thank you|made my day].',
        'Finally the {card} on my phone, no more paper. [Great|Love it|Perfect].',
        'Generous rewards, {few} free drinks since {past}. [Great|Amazing|Super].',
      ],
    },
    {
      theme: 'delivery',
      say: [
        'Ordered {bean} through the app, delivery in two days, [fresh|lovely]. [Great|Impressed].',
        'Delivery to the office works [great|perfectly], {dozens} coffees, [all hot|none missing].',
        'Tracking shows where the courier is, [very useful|love that].',
      ],
    },
    {
      theme: 'price',
      say: [
        'App deals are [great value|really good], {drink} and {food} for {pounds}.',
        'Saves me [a few pounds|{pounds}] a week with the app offers. [Love it|Excellent value].',
      ],
    },
    {
      theme: 'service',
      say: [
        'Had a problem with a payment, support solved it in {minutes}. [Excellent|Brilliant|Thank you].',
        'Staff at {place} are [lovely|so friendly] and the app order is never wrong. [Great|Love them].',
      ],
    },
    {
      theme: 'subscription',
      say: [
        'Changing my {box} in the app takes seconds. [Great|Love it|Brilliant].',
        'Skipped a month of the {box} with one tap. [Honest and easy|Great|Impressed].',
      ],
    },
  ],
  neutral: [
    {
      theme: 'app',
      say: [
        'Does the job. The menu takes a while to load at {place}.',
        'It would be better with {wish}. The rest is what you expect.',
        'Ordering is fine, finding {place} on the map is not.',
        'Some days it logs in, some days it asks for a code.',
        'New layout since {past}, still looking for the {food} page.',
      ],
    },
    {
      theme: 'loyalty',
      say: [
        'Stamps show up a day after. They do show up.',
        'The {card} is in the app, the paper one ends in {month}.',
      ],
    },
    {
      theme: 'delivery',
      say: [
        'Delivery was a day after the slot it gave. Coffee as usual.',
        'You can only have beans sent on weekdays.',
      ],
    },
    { theme: 'price', say: ['Same prices as at the till, {pounds} for a {drink}.'] },
  ],
  negative: [
    {
      theme: 'app',
      say: [
        '[Crashes|App crashes] at payment [every time|{few} times in a row], [money gone, no {drink}|had to queue anyway]. [Terrible|Awful|Angry].',
        'Since the [update|last update] it [freezes|hangs|shows a blank screen] at {place}. [Useless|Frustrating|Broken].',
        'Logs me out [daily|every morning], then the code [never arrives|fails]. [Annoying|Awful|Hate it].',
        'Ordered a {drink} for {place}, shop was closed, no refund. [Disappointed|Terrible|Bad].',
        'Why is it so [slow|bad] now? {minutes} to load a menu. [Fail|Poor|Terrible].',
        'cant pay, cant log in, cant delete my account. [rubbish|awful|useless] {groan}',
        'It [lost|forgot] my saved card and [charged|billed] me twice. [Scam|Angry|Terrible].',
        'Battery drain and [errors|crashes] all day. Deleted. [Awful|Bad|Worst app I have].',
      ],
    },
    {
      theme: 'loyalty',
      say: [
        'All my stamps [vanished|disappeared|are gone], support [does not care|ignored me]. [Angry|Disappointed|Terrible].',
        'The free {drink} will not scan at {place}, [embarrassing|frustrating|useless].',
        '{dozens} points lost after the update. [Robbery|Bad|Unfair].',
      ],
    },
    {
      theme: 'delivery',
      say: [
        'Delivery {minutes} late, {drink} cold, no apology. [Terrible|Awful|Bad].',
        'App said delivered, nothing was there. Driver [lied|left it in the rain]. [Angry|Awful].',
        'Delivery fee went up and half the order was missing. [Disappointed|Poor|Bad].',
      ],
    },
    {
      theme: 'price',
      say: [
        'Prices in the app are higher than at the till. [Sneaky|Greedy|Bad].',
        'The offer vanished at checkout, charged {pounds} in full. [Misleading|Annoyed|Scam].',
      ],
    },
    {
      theme: 'service',
      say: [
        'Support answered with a [useless|rude] copy-and-paste after {days}. [Terrible|Awful|Disappointed].',
        'No phone number, no chat, nobody helps. [Hopeless|Worst support].',
      ],
    },
    {
      theme: 'subscription',
      say: [
        'Cannot cancel the {box} in the app, still charged. [Scam|Angry|Terrible].',
        'My {box} was charged twice in {past}. [Awful|Annoyed|Bad].',
      ],
    },
  ],
};

/** How some reviews go on. */
export const appTails: Record<Tone, readonly string[]> = {
  positive: [
    'Would recommend.',
    'Been using it {often}.',
    'Only thing missing is {wish}.',
    '{cheer}',
    'Keep it up.',
    'Recommended it to {who}.',
    '',
    '',
    '',
    '',
    '',
    '',
  ],
  neutral: [
    'Three stars until {wish} comes.',
    'Will change my rating if it improves.',
    '{often}, for reference.',
    '',
    '',
    '',
  ],
  negative: [
    'Deleted.',
    'Please fix.',
    'Fix this or I am off to {rival}.',
    'I want a refund.',
    'Switched to {rival}.',
    'Was five stars before {past}.',
    '{groan}',
    'Going back to paper.',
    'Would give zero if I could.',
    '',
    '',
    '',
    '',
    '',
  ],
};
