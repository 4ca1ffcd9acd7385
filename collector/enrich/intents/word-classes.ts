const list = (text: string): string[] => text.split(/\s+/).filter((word) => word !== '');

const adverbs = `always also really highly definitely just still even happily strongly totally absolutely thoroughly certainly surely
  personally honestly wholeheartedly fully truly gladly very so heartily genuinely actually simply def defo easily often
  already now then therefore too finally recently officially fucking ever truthfully seriously since both all probably
  100% 110% 1000% especially particularly completely extremely incredibly super pretty quite literally basically newly once`;

/** Words that turn what stands after them. */
const negations = `not never no nor neither none nobody hardly barely scarcely rarely without cannot can't cant don't dont won't
  wont wouldn't wouldnt couldn't couldnt didn't didnt doesn't doesnt isn't isnt wasn't wasnt aren't arent weren't
  haven't havent hasn't hasnt hadn't shouldn't ain't aint nothing`;

/** Sets of words that cues name in braces. */
export const wordClasses: Readonly<Record<string, readonly string[]>> = {
  I: list("i we i'd i'll i've i'm we'd we'll we've we're im ive"),
  adv: list(adverbs),
  /** Adverbs and helping verbs that leave a statement a statement. */
  av: list(`${adverbs} would will shall can could do did have has had been be am are is was were`),
  /** The same without those that make it a mere possibility. */
  did: list(`${adverbs} have has had been am are was were 've decided to did ended up choosing`),
  neg: list(negations),
  cannot: list("can't cant cannot couldn't couldnt"),
  dont: list("don't dont"),
  please: list('please pls plz kindly'),
  be: list(
    "is are was were be been being it's that's they're he's she's isn i'm im am feels felt looks tastes",
  ),
  this: list('this it that them these those him her here'),
  /** What a recommendation may go on with and still be one of what is talked about. */
  object: list(
    '@us it this that them these those him her the a an my our your their any to for getting trying buying visiting booking ordering everyone',
  ),
  use: list(
    'buy order use visit stay come book fly shop go eat return purchase hire rent choose dine travel drink bank subscribe deal',
  ),
  using: list(
    'buying ordering using visiting staying coming booking flying shopping going eating returning purchasing hiring renting dining travelling traveling renewing',
  ),
  went: list('join joined joining leave left leaving quit quitting move moved moving switched going went'),
  anyone: list('anyone anybody someone somebody'),
  everyone: list('everyone everybody anyone anybody you u all'),
  count: list('two three four five six seven eight nine ten fifteen twenty thirty several many some few'),
  period: list('years yrs year months decade decades ages weeks'),
  ordinal: list('second third fourth fifth sixth seventh 2nd 3rd 4th 5th 6th'),
  customer: list('customer client user member subscriber guest shopper buyer regular'),
  account: list('account subscription membership plan contract policy card service trial box tariff'),
  /** Times at which somebody leaves a building or is in it again. */
  hour: list(
    'noon midnight midday lunchtime dusk dawn closing half quarter one two three four five six seven eight nine ten eleven twelve',
  ),
  day: list(
    'monday tuesday wednesday thursday friday saturday sunday tomorrow tonight christmas easter january february march april may june july august september october november december',
  ),
  /** Places of trade that are not the one a review is of where they stand beside it. */
  place: list(
    'hotel hotels motel hostel restaurant restaurants cafe cafes bar bars pub pubs shop shops store stores bakery pizzeria diner takeaway supermarket bank garage salon gym hairdresser club clinic branch place places one ones building house',
  ),
  beside: list('across opposite nearby'),
  /** Things that somebody had before. */
  thing: list(
    'one ones phone laptop computer tablet charger case headphones earphones headset speaker tv camera watch printer router hoover vacuum kettle toaster oven fridge blender machine mattress pillow bed bike car tent lamp pair shoes boots bag backpack provider bank brand company supplier plan product razor brush model version unit hotel restaurant place shop store cafe gym garage dentist plumber owner owners manager chef landlord',
  ),
  bygone: list('old previous former last'),
  /** What a brand is advised to do, not its customers. */
  mend: list(
    'hire hires fire fires cut cuts publish publishes train trains fix fixes lower lowers improve improves add adds rethink rethinks sort sorts update updates reduce reduces drop drops invest invests reconsider reconsiders review revise reply replies answer answers apologise apologize listen listens learn learns teach pay pays stop stops raise raises change changes clean cleans open opens make makes offer offers provide provides hurry get gets read reads start starts bring brings remove removes taste test put turn let allow send check employ redesign reopen simplify',
  ),
  else: list('anywhere anything any anyone anybody somewhere elsewhere without'),
  /** Words of approval. */
  good: list(`great excellent amazing awesome fantastic brilliant superb wonderful perfect outstanding lovely fabulous
    incredible delicious beautiful gorgeous stunning terrific phenomenal exceptional magnificent impressive delightful
    flawless spectacular marvellous marvelous splendid divine heavenly unbeatable impeccable stellar
    tasty comfortable helpful friendly kind reliable stylish elegant adorable yummy fab ace unreal immaculate`),
  /** Weaker ones, which need a turn of their own. */
  fine: list(
    'good nice cool solid clean easy fast quick fresh quiet comfy useful handy happy pleased impressed fun neat',
  ),
  /** Words of complaint about how something is. */
  bad: list(`terrible awful horrible dreadful useless rubbish crap garbage pathetic disgusting appalling atrocious shocking
    abysmal disappointing unacceptable ridiculous disgraceful poor lousy shoddy horrendous inedible bland tasteless
    overpriced unreliable buggy broken faulty defective rude unhelpful dirty filthy cold slow unusable misleading annoying
    frustrating outrageous cheap flimsy worthless mediocre ugly noisy infuriating laggy clunky unprofessional dishonest
    joke nightmare disaster disgrace mess shambles scam letdown trash junk sucks suck`),
  /** Comparatives. */
  er: list(`better worse cheaper faster slower nicer quieter louder lighter heavier stronger weaker bigger smaller easier
    harder cleaner fresher tastier cooler friendlier safer brighter darker sharper longer shorter thinner thicker richer
    smoother superior inferior dearer sturdier comfier warmer higher lower newer older bolder quicker simpler`),
};
