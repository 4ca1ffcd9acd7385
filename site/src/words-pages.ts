/** Words of the pages that each answer one question. Numbers, names and dates come in as text. */

const list = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const either = new Intl.ListFormat('en-GB', { type: 'disjunction' });
/** `a, b and c`. */
export const and = (parts: readonly string[]): string => list.format(parts);
/** `a, b or c`. */
export const or = (parts: readonly string[]): string => either.format(parts);

export const pageWords = {
  compare: {
    leads: (figures: string) => `leads on ${figures}`,
    perhapsLeads: (figures: string) => `perhaps leads on ${figures}`,
    behind: (brand: string, figures: string) => `is behind ${brand} on ${figures}`,
    perhapsBehind: (brand: string, figures: string) => `is perhaps behind ${brand} on ${figures}`,
    close: (figures: string) => `is too close to the best to call on ${figures}`,
    nothing: 'cannot be compared yet: too little is known of two brands at once',
    alone:
      'has no competitors on its panel yet. Name some under “competitors” in brand.yml: they are looked for in the next night, and stand here once 5 stories of each have a tone.',
    apart: {
      ahead: (figure: string, by: string, brand: string, span: string) =>
        `${figure}: ${by} ahead of ${brand}, the nearest (${span}).`,
      behind: (figure: string, by: string, brand: string, span: string) =>
        `${figure}: ${by} behind ${brand} (${span}).`,
    },
    panel: 'Figure by figure',
    panelText: (span: string) =>
      `${span}: the value, its 95% interval, and whether it changed. Who is ahead is said where the interval of the difference leaves no doubt, by the same bounds as the verdicts.`,
    figure: 'Figure',
    who: 'Who is ahead',
    ahead: (brand: string) => brand,
    perhaps: (brand: string) => `perhaps ${brand}`,
    among: (brands: string) => `${brands}: too close to call`,
    tooClose: 'too close to call',
    notAsked: 'compares change, not size',
    tooFew: 'too little data',
    bias: 'Levels of tone hold what the scorer may be off by, so that a small difference stays undecided.',
    themes: 'Theme by theme',
    themesText: (span: string) =>
      `Net tone toward each theme, ${span}, whichever period is chosen above: a dot and its 95% interval, all on one scale. Sampling error only; parts with fewer than 5 stories are left out.`,
    themeAhead: (brand: string, over: string) => `${brand} is ahead of ${over}`,
    themePerhaps: (brand: string, over: string) => `${brand} is perhaps ahead of ${over}`,
    themePerhapsToo: (over: string) => `perhaps of ${over} too`,
    themeRest: (brands: string) => `not surely of ${brands}`,
    themeBehind: (brand: string, others: string) => `${brand} is behind ${others}`,
    themePerhapsBehind: (brand: string, others: string) => `${brand} is perhaps behind ${others}`,
    themesBehind: (count: number, of: number, themes: string) =>
      `Themes: behind a competitor on ${count} of ${of} (${themes}).`,
    themesAhead: (count: number, of: number, themes: string) =>
      `Themes: ahead of a competitor and behind none on ${count} of ${of} (${themes}).`,
    themeClose: 'Too close to call',
    everyone: 'everyone else',
    otherBrands: (count: number) => `${count} others`,
    jump: 'Themes',
    closeThemes: (count: number) =>
      count === 1 ? '1 theme more, too close to call' : `${count} themes more, too close to call`,
    noThemes:
      'No theme is spoken of often enough yet. A theme stands here once 5 stories of two brands have a tone toward it.',
  },
  quote: {
    mention: 'the mention',
    toward: { negative: 'negative toward it', positive: 'positive toward it' },
    copy: 'Copy',
    done: 'Copied',
    failed: 'Marked: press Ctrl+C',
    copied: (text: string, source: string, day: string, url: string) =>
      `“${text}” (${[source, day, url].filter(Boolean).join(', ')})`,
  },
  voices: {
    both: (praise: string, praised: string, complaint: string, complained: string) =>
      `is praised most for ${praise} (${praised}), and complained of most for ${complaint} (${complained}).`,
    praise: (praise: string, praised: string) => `is praised most for ${praise} (${praised}).`,
    complaint: (complaint: string, complained: string) =>
      `is complained of most for ${complaint} (${complained}).`,
    none: 'has no quote yet that stands for others. The first stand here once a story of 40 to 280 characters has a tone toward a theme.',
    stories: (count: string) => (count === '1' ? '1 story' : `${count} stories`),
    counted: (span: string) =>
      `Counts of stories, ${span}: what was seen, so they have no interval. Quotes are chosen for being plain, and one a site; how many think so is what n says.`,
    byTheme: 'By theme and tone',
    positive: 'Praise',
    negative: 'Complaint',
    sides: {
      negative: (count: string) => `${count} ${count === '1' ? 'complains' : 'complain'}`,
      positive: (count: string) => `${count} ${count === '1' ? 'praises' : 'praise'}`,
    },
    all: (count: string) => (count === '1' ? 'the story' : `all ${count} stories`),
    nobody: 'nobody in these 90 days',
    testimonials: 'Worth showing',
    testimonialsText: (count: string) =>
      `Of ${count} that praise or recommend, those that are plainest. A quote belongs to who wrote it: ask there before you print one, and keep to the terms of the source.`,
    noTestimonials:
      'No praise yet that could be shown: reviews and posts that praise or recommend in a positive tone stand here; news does not.',
    typical: 'Voices',
    newest:
      'The newest. Typical ones are chosen once stories of 40 to 280 characters have a tone toward a theme.',
    typicalText: 'For each of the themes most spoken of, the plainest quote of one tone.',
    standsFor: (theme: string, tone: string) => `${theme}, ${tone}`,
    more: 'All voices, by theme and tone',
  },
  priorities: {
    stars: (theme: string, stars: string, span: string) =>
      `should look at ${theme} first: complaints about it go with ${stars} less over all reviews (${span}).`,
    advocates: (theme: string, points: string, span: string) =>
      `should look at ${theme} first: complaints about it go with ${points} of advocacy lost (${span}).`,
    reach: (theme: string, share: string, span: string) =>
      `is complained of most for ${theme}: ${share} of stories (${span}). None of it surely costs stars or advocates.`,
    none: 'has no complaint that five stories share in the last 90 days.',
    noneText:
      'Here stand the themes that people complain of, by what each costs in stars and in advocates. A theme appears once 5 stories in 90 days speak ill of it; its cost, once 30 reviews have a rating.',
    spreads: (theme: string, by: string, span: string) =>
      `${theme} spreads: ${by} of all stories since the 90 days before (${span}).`,
    didHelp: (name: string, text: string) => `“${name}” helped. ${text}`,
    heading: {
      stars: 'Pain points, dearest first',
      advocates: 'Pain points, dearest first',
      reach: 'Pain points, most complained of first',
    },
    /** Of the first few, in their order. */
    first: {
      stars: (themes: string) => `First by stars lost: ${themes}`,
      advocates: (themes: string) => `First by advocates lost: ${themes}`,
      reach: (themes: string) => `Most complained of: ${themes}`,
    },
    /** What they are ordered by; a cost whose lower end is not above 0 may be nothing. */
    text: {
      stars: (span: string) =>
        `${span}. Ranked by the lower end of the cost in stars, so that a loud but small complaint does not lead. Those whose cost may be nothing follow: by advocacy surely lost, then by how many stories complain. A cost is what goes with a complaint, not what mending it would bring.`,
      advocates: (span: string) =>
        `${span}. Of none the cost in stars is surely above nothing: ranked by the lower end of the advocacy lost, the rest by how many stories complain. A cost is what goes with a complaint, not what mending it would bring.`,
      reach: (span: string) =>
        `${span}. Of none a cost is surely above nothing: ranked by how many stories complain. A cost is what goes with a complaint, not what mending it would bring.`,
    },
    parts: { cost: 'cost', advocates: 'advocacy lost', reach: 'complain', trend: 'change' },
    between: (first: string, last: string) => `Ranks ${first} to ${last}, of which nothing is sure yet`,
    others: (count: number) =>
      count === 1
        ? 'All themes: 1 more, of which nothing is sure yet'
        : `All themes: ${count} more, of which nothing is sure yet`,
    cost: 'Cost in stars, over all reviews',
    advocatesHead: 'Advocacy lost',
    reachHead: 'Stories that complain',
    trendHead: 'Since the 90 days before',
    tooFew: 'too few to tell',
    notSure: 'may be nothing',
    points: (signed: string) => (/^[+−]1$/.test(signed) ? `${signed} point` : `${signed} points`),
    heard: 'Heard',
    acted: 'Done',
    helped: 'Did it help?',
    heardText: (count: string, share: string) =>
      `${count} complain${share === '' ? '' : `, ${share} of all`}.`,
    nothingDone:
      'Nothing noted. Write what you do under “actions” in brand.yml: this page then says whether it helped.',
    outcome: {
      helped: 'It helped',
      mixed: 'Not to be told apart',
      worse: 'Complaints rose all the same',
      unclear: 'No clear effect',
      early: 'Too early to tell',
    },
    quotes: (theme: string) => `What is said of it: ${theme}`,
    complaints: 'Complaint',
    praise: 'Praise',
    noPraise: 'No praise of it that could be quoted.',
    noQuotes: 'The words of these were removed, or there were none.',
    mentions: (count: string) => `All ${count} that complain`,
  },
  alerts: {
    lately: (count: string, name: string, when: string, seen: string, expected: string) =>
      `was out of the ordinary ${count === '1' ? 'once' : `${count} times`} in the last four weeks: ${count === '1' ? '' : 'lately '}${name} on ${when}, ${seen} seen where ${expected} were expected.`,
    before: (name: string, when: string, seen: string, expected: string) =>
      `had nothing out of the ordinary in the last four weeks; the last was ${name} on ${when}, ${seen} seen where ${expected} were expected.`,
    quiet: 'had nothing out of the ordinary in the last 90 days.',
    note: 'An alert needs more than is expected once in 304 days; with some twenty series a brand, one a fortnight is no wonder.',
    timeline: 'The last 90 days',
    timelineOf: (name: string, count: string) => `${name}: ${count === '1' ? '1 alert' : `${count} alerts`}`,
    list: 'One by one',
    seen: 'Seen',
    expected: 'Expected',
    seenOf: (seen: string, expected: string) => `${seen} where ${expected} were expected`,
    times: (times: string) => `${times} times as many`,
    days: 'Mentions of these days',
    quotes: (count: number) => (count === 1 ? 'A mention that shows it' : `${count} mentions that show it`),
    none: 'Nothing stands here: no day of the last 90 was out of the ordinary. Alerts begin after 28 days of history, with 5 seen of what is watched: stories, the share of negative ones, low ratings, and each theme.',
    subscribe: 'Subscribe to these alerts (Atom)',
    events: 'What happened, and what it moved',
    eventsText:
      'Each event of the calendar and each action: the figure in the days from it on against as many before, less what happened to the competitors in the same days.',
    action: 'Action',
    event: 'Event',
    noEvents:
      'No event is noted. Write launches and campaigns under “events” in brand.yml, with the figure that they should move: their effect stands here from 14 days on.',
    rivalEvents: (own: string) => `The calendar is that of ${own}: events of others are not known.`,
  },
  journey: {
    step: (name: string, value: string, span: string) => `${name} (${value}, ${span})`,
    loses: (steps: string) => `loses people most at ${steps}`,
    pleases: (steps: string) => `pleases them most at ${steps}`,
    even: 'has no step of the journey that is surely better or worse than the others.',
    early:
      'is spoken of too little to tell its steps apart: a step has a value once 5 stories in 90 days speak of it.',
    rose: (step: string, by: string, span: string) =>
      `Tone at “${step}” rose by ${by} points against the 90 days before (${span}).`,
    fell: (step: string, by: string, span: string) =>
      `Tone at “${step}” fell by ${by} points against the 90 days before (${span}).`,
    now: 'The last 90 days, worst first',
    nowText: (span: string) =>
      `Net tone toward the themes of each step, ${span}; the interval holds the sampling error only.`,
    step_: 'Step',
    change: 'Since the 90 days before',
    mentions: (step: string) => `Mentions of ${step}`,
    byMonth: 'Month by month',
    byMonthText:
      'Net tone by step and month. Bold where the interval leaves zero out. “Too few”: fewer than 5 stories speak of it; “none”: no story does; “not covered”: no source was read.',
    cellsLead: 'Each value leads to its mentions.',
    cell: (step: string, month: string, value: string, span: string, n: string) =>
      `${step}, ${month}: ${value} (${span}), n = ${n}`,
    noCell: (step: string, month: string, gap: string, n: string) => `${step}, ${month}: ${gap}, n = ${n}`,
    gaps: { few: 'too few', none: 'none', uncovered: 'not covered' },
    legend: ['−50 and worse', '−25', '−10', 'near zero', '+10', '+25', '+50 and better'],
    lenses: 'What is new, against what it is like to use',
    lens: { innovation: 'Innovation', experience: 'Experience' },
    lensText:
      'Net tone by month: innovation is what is new about the brand, experience what it is like to use. A wide gap either way is the risk.',
    gapNew: (when: string, by: string, span: string) =>
      `${when}, what is new is liked more than what it is like to use, by ${by} points (${span}).`,
    gapUse: (when: string, by: string, span: string) =>
      `${when}, what it is like to use is liked more than what is new, by ${by} points (${span}).`,
    gapNone: (when: string, value: string, span: string) =>
      `${when}, neither is surely liked more: the gap is ${value} points (${span}).`,
    gapSpans: { quarter: 'Over the last 90 days', month: 'Over the last 28 days' },
    noGap: 'Too few speak of one of the two to tell a gap.',
    lensAlt: 'Both lenses by month on one axis',
    none: 'Steps of the journey appear here once 5 stories in 90 days speak of a theme that belongs to one. Which theme belongs to which step stands in brand.yml.',
  },
  emerging: {
    nothingNew: 'has no word in the last 28 days that rose by more than chance explains.',
    oneNew: (term: string, share: string, before: string, stories: string) =>
      `is newly spoken of with ${term}: it stands in ${share} of stories, ${before} before (${stories} stories).`,
    someNew: (terms: string, first: string, share: string, before: string) =>
      `is newly spoken of with ${terms}: ${first} stands in ${share} of stories, ${before} before.`,
    moves: (left: string, came: string) =>
      `${left} ${left === '1' ? 'story says' : 'stories say'} in 90 days that somebody leaves and names a competitor; ${came} that somebody leaves a competitor and names this brand. Counts of what was seen, without an interval.`,
    terms: 'New words',
    termsText: (span: string) =>
      `Words and pairs of words whose share of the stories of ${span} is larger than in the 180 days before by more than chance explains, in at least 5 stories from 3 sites. Where nothing is new, two to four readings in a hundred name a word all the same.`,
    noTerms:
      'No word rose by more than chance explains. New words stand here after 84 covered days, from 5 stories on 3 sites on.',
    columns: {
      term: 'Word',
      share: '% of stories',
      before: 'Before',
      stories: 'Stories',
      sites: 'Sites',
      first: 'First heard in these days',
      read: 'Read them',
    },
    read: (term: string) => `Mentions with “${term}”`,
    requests: 'What people ask for',
    requestsText: (span: string) =>
      `Stories that suggest, ask or compare, ${span}, by the theme that they name. Only intents whose precision could be shown are counted.`,
    noRequests: 'Nobody was heard to ask for anything in these 90 days.',
    untoldRequests:
      'Who suggests or asks is not counted here: the scorer, which reads it from the words, could not be shown to tell it well enough. Who compares stands below.',
    intent: {
      suggest: (count: string) => `${count} ${count === '1' ? 'suggests' : 'suggest'}`,
      ask: (count: string) => `${count} ${count === '1' ? 'asks' : 'ask'}`,
      compare: (count: string) => `${count} ${count === '1' ? 'compares' : 'compare'}`,
    },
    rivals: 'With whom it is compared, and where people come from and go to',
    rivalsText: (span: string) =>
      `Stories that compare and name both, ${span}; won where the tone toward this brand is the better one, by theme where the tone toward it is. Fewer than 5 comparisons have no winner.`,
    noRivals: 'Nobody was heard to compare it with another brand of the panel in these 90 days.',
    rivalColumns: {
      name: 'With',
      outcome: 'This brand',
      compared: 'Compared',
      wins: 'Won',
      even: 'Even',
      losses: 'Lost',
      leftFor: 'Leave, naming it',
      cameFrom: 'Leave it, naming this brand',
    },
    themeScore: (theme: string, won: string, even: string, lost: string) =>
      `${theme}: ${won} won, ${even} even, ${lost} lost`,
    outcome: {
      wins: 'comes off better',
      loses: 'comes off worse',
      close: 'too close to call',
      few: 'too few to tell',
    },
    quotes: (name: string) => `What is said: ${name}`,
    unbranded: 'Talk that names no brand',
    unbrandedText:
      'Sources with “category: true” also keep conversations of the trade in which no brand of the panel is named.',
    namesNone: (share: string, span: string, count: string) =>
      `${share} of what these sources keep names no brand (${span}), ${count} stories in 90 days.`,
    unbrandedGroups: { request: 'What they want', theme: 'What they speak of', word: 'New words' },
    requestRules:
      '“Asks a question” counts by a rule of its own: stories with a question mark behind a word, whatever the scorer reads. “Asks”, “Suggests” and “Compares” are read by the scorer, as above, and stand here only where it could be shown to tell them well enough.',
    unbrandedColumns: { name: 'Of these', share: 'Share', before: 'Before', n: 'Stories' },
    noUnbranded:
      'No source is marked “category: true” in brand.yml, or none of them has brought such talk yet.',
    readUnbranded: 'Read them',
  },
  surveys: {
    none: 'No survey was imported yet.',
    noAnswers: (title: string) => `${title} has no answers in the last 90 days.`,
    stands: (title: string, value: string, span: string, moved: string) =>
      `${title} stands at ${value} (${span})${moved === '' ? '' : `, and ${moved}`}.`,
    moved: {
      up: 'rose against the 90 days before',
      down: 'fell against the 90 days before',
      'perhaps up': 'perhaps rose against the 90 days before',
      'perhaps down': 'perhaps fell against the 90 days before',
      'no clear change': 'shows no clear change against the 90 days before',
      'too little data': 'has too few answers to tell a change',
      'coverage changed': 'cannot be compared with the 90 days before',
    },
    movedByWave: {
      up: 'rose against the wave before',
      down: 'fell against the wave before',
      'perhaps up': 'perhaps rose against the wave before',
      'perhaps down': 'perhaps fell against the wave before',
      'no clear change': 'shows no clear change against the wave before',
      'too little data': 'has too few answers to tell a change',
      'coverage changed': 'cannot be compared with the wave before',
    },
    wave: (days: string) => `the last wave, ${days}`,
    ofWave: (n: string, days: string) => `${n}, wave of ${days}`,
    beside: 'Asked, and said unasked',
    besideText:
      'The last 90 days; of a survey that is asked in waves, or known by month, its last wave. A survey says what those think who answer; public talk, what those say who speak up.',
    columns: {
      survey: 'Survey',
      asked: 'Asked',
      change: 'Change',
      talk: 'Public talk',
      agreement: 'Do they agree?',
    },
    noTalk: 'no talk stands in for it',
    overTime: 'Over time',
    parts: 'By segment and by comment',
    how: 'How a survey comes in',
    steps: [
      [
        'Describe it',
        'under “surveys” in brand.yml: an id, and its kind: nps, csat, retention or awareness.',
      ],
      [
        'Put the export',
        'into the folder inbox/, which git ignores: CSV of Typeform, SurveyMonkey, Qualtrics, Google Forms, Delighted, or any other table.',
      ],
      [
        'Run “npm run -s earshot -- import”',
        'It stores counts by day, of five answers and more; no answer of a person, and no word of a comment.',
      ],
      ['The next night', 'shows it here, beside the talk that stands in for it.'],
    ],
  },
} as const;
