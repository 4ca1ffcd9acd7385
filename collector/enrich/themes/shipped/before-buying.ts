import { type KnownTheme, list } from './known-theme.ts';

/** What makes people look, and what they weigh: touchpoints discover and compare. */
export const beforeBuying: readonly KnownTheme[] = [
  {
    id: 'innovation',
    name: 'Innovation and features',
    lens: 'innovation',
    touchpoint: 'discover',
    words: list(`
      innovat*
      new (feature|product|technology|tech|idea|concept|recipe|model), feature request
      (great|useful|killer|best|these|more|missing|this|one|extra|nice|cool|key) =features, (great|useful|killer|best|missing|cool|one|this) =feature
      launch* * (phone|app|service|product|range|feature|line|device|platform|menu|card|drink|collection|version|tool|brand), (product|new) launch
      (unveil*|debut*) * (new|phone|car|model|product|range|device|screen|concept|prototype|design|service|feature), roll* out * (new|feature|service|update)
      (introduc*|announc*|releas*) * new, unveil
      prototype, =patent, =patents, =patented
      cutting-edge, state of the art, groundbreaking, ground-breaking, (technology|technical|scientific|real|major) breakthrough, pioneer*, trailblaz*
      world first, world's first, first of its kind, (first|only) (company|bank|airline|brand|maker|chain|shop|app|phone|firm|hotel|insurer|carmaker) * to
      ahead of (its|the|their) (time|curve|game), game-changer, game-changing, revolutionary, revolutioni*, futuristic, next-generation, next-gen, high-tech
      technology, outdated, old-fashioned, behind the times, stuck in the past, obsolete, years behind
      copycat, copy* everyone, copy* * (rival|competitor|idea), copied from, nothing new, same (phone|product|thing|car|model|design) as (last|the), lack of innovation
      (brilliant|genius|clever|smart|novel|original|fresh|ingenious) (idea|feature|gadget|solution|trick|touch|concept), ingenious, inventive, invention, reinvent*
      nobody else (has|does|did|offers), artificial intelligence, =AI, machine learning, self-driving, driverless, robot*, chatbot
      (testing|trialling|trialing|piloting) (a|new|the), pilot (scheme|programme|project), beta (test|version|tester|programme)
      wish (it|there|this) (had|would|could|were), wish they (had|would|made|did), would (love|like) to see, please add, should add, would be nice (if|to have)
      (has|have|with|lots of|many|full of|loaded with|useful|all|several) =features, feature-rich, features (that|like|such|i|are|is), (decade|decades|years) old technology
      (additional|extra|new|advanced|useful) =features
    `),
    except: list(`
      facial features, the film features, feature film, patent leather, rocket launch*, launch* * (inquiry|investigation|attack|probe|appeal|missile|strike|campaign for)
      technology (stocks|sector|editor|shares|giant|reporter|correspondent|index|company|companies|firm)
      (idea|trick) to, robots.txt, unveil* * (statue|plaque|portrait|painting), book launch, invention of, wish you were here
      =Technologies, financial technologies, unveil* * (hidden|overhaul|plan|plans|budget|bill|policy), pioneer of (rock|the)
    `),
  },
  {
    id: 'sustainability',
    name: 'Sustainability',
    lens: 'innovation',
    touchpoint: 'discover',
    words: list(`
      sustainab*, unsustainab*, environmental*, (the|our) environment, environment friendly
      climate (change|crisis|goal|target|neutral|pledge|action|impact|emergency|friendly|plan|activist), global warming
      carbon (footprint|neutral|emission|offset|tax|free|dioxide|credit|negative|intensive|reduction|target), decarboni*, emissions, net zero, greenhouse
      recycl*, reus*, refillable, bring your own, (own|reusable|paper|keep) (cup|bag|mug)
      (single-use|so much|too much|unnecessary|excess|less|no|without|all this|more) plastic, plastic (waste|bottle|packaging|free|straw|wrap|wrapping|lid|pollution|cup|tray)
      microplastic*, landfill, compost*, biodegradable, food waste, zero waste, less waste, waste reduction, (excess*|too much|so much) packaging
      throw* away * (food|bread|clothes|stock), throw* away (tons|tonnes|bags)
      fair-trade, (ethical|ethically) (source|sourced|sourcing|made|trade|brand|company|shopping|consumer|supply|choice|clothing|fashion|coffee|farming), unethical, greenwash*, eco, eco-friendly, =renewable, renewables, solar (power|panel|energy), wind power, green energy, green electricity
      palm oil, deforest*, rainforest, cruelty free, animal (welfare|cruelty|testing|rights), free range, (hen|pig|cow|chicken|animal) * (cage|cages|crate|caged), caged (hens|animals), battery (hens|farm)
      organic, sewage, pollut*, fossil fuel, spare parts, repairab*, right to repair, planned obsolescence, (save|saving|for|kill|killing|destroying|harm|harming) the planet, (real|fake|faux|sell|selling|wear|wearing|animal) fur, =fur and
      (layers|mountain|mountains|tons|amount|lots|use) of =plastic, (on|cut|cuts|cutting|ban|bans|banning|reduce|reducing|ditch|ditches) =plastic, green (talk|claims|credentials|pledge|promises|label), (take|takes|taking) * cups back
    `),
    except: list(`
      organic (growth|search|traffic|reach|sales|revenue|chemistry), (work|working|desktop|business|learning|office|home|test|development|macro|economic|rate) environment, environment variable
      (not|debt|financially|un)sustainable (growth|debt|profit|advantage|level|pace), not sustainable, environmental (health|factors)
      sustainable (growth|profit|debt|pace|level|recovery), ethical (hack*|dilemma|question)
      environmental (audio|noise), palm oil (futures|prices|output|exports), recycled (air|jokes)
    `),
  },
  {
    id: 'reputation',
    name: 'Advertising and reputation',
    lens: 'innovation',
    touchpoint: 'discover',
    words: list(`
      advert, advertise, (this|an|the|their|that|tv|funny|latest) =advertisement, advertisements, advertising, (tv|this|that|their|the|new|super bowl|an|radio|youtube|funny|christmas) =ad, (tv|their|these|those|video|radio) =ads, =ad (campaign|break), =ads (on|with|are)
      (tv|new|that|this|their|the|super bowl|television|funny) (commercial|commercials), commercials
      (ad|advertising|marketing|brand|branding|summer|christmas|poster|publicity|media|rebrand) campaign, their campaign, marketing, rebrand*, promo video
      sponsor*, billboard, their poster, posters (at|on|in|all over), slogan, tagline, jingle, influencer, boycott*
      over-hyped, over-rated, under-rated, the hype, hyped, word of mouth
      (friend|neighbour|colleague|sister|brother|mother|someone) (recommended|told me about), recommended by, (never|first|only) heard (about|of), heard (good|great|bad) things
      household name, well-known (brand|name|company|chain), reputation, brand (image|awareness|name|ambassador|reputation|loyalty|perception|identity)
      (bad|good|great|terrible|rave|negative|positive|mixed|glowing|online|poor|the|read|many) reviews, (go|goes|went|gone|going) viral, viral (video|ad|post|tweet)
      backlash, controvers*, (company|emissions|accounting|data|food|latest|corporate) scandal, =PR (stunt|disaster|nightmare|team|move), public relations, gone downhill, famous for, highly rated, top-rated, (win|won|wins) * award, award-winning
      (much|all the|lives up to the|lived up to the|believe the) hype
    `),
    except: list(`
      ad hoc, (job|classified) (advert|advertisement|ad|ads), advertised (salary|post|position|job), commercial (property|flight|vehicle|bank|break|use|director|success|paper|airline|real estate)
      (his|her) reputation, bill's sponsor, (bill|measure|legislation) * sponsor*, sponsor* * (bill|legislation|amendment|terror*), (house|senate|republican|democratic) sponsor, state-sponsored, (film|book|theatre|movie) reviews
      as advertised
      (oil|gas|fuel) marketing, =Billboard, =Billboards, =Billboard's, hot 100
    `),
  },
  {
    id: 'comparison',
    name: 'Comparison with others',
    lens: 'experience',
    touchpoint: 'compare',
    words: list(`
      (better|worse|nicer|cheaper|faster|slower|easier|stronger|lighter|smaller|bigger|quieter|more expensive|more reliable|more comfortable) than
      (as good as|not as good as|nowhere near as good as), compared (to|with), I compared, comparing, in comparison, comparison (site|table|website|test|shopping), price comparison
      (alternative|alternatives) (to|for), (any|cheaper|better|good|best|great|decent|viable|free) (alternative|alternatives), alternatives
      competitor, (the|their|its) competition, rivals, rival (brand|product|company|bank|app|phone|airline|service|chain|firm|model|offer|store), (its|their|closest|main|big) rival
      versus, =vs, side by side with, head to head, which one (should|is|do|would), which is better, should I (get|buy|go with|choose)
      other (brand|company|companies|provider|bank|airline|app|product|restaurant|hotel|store|shop|phone|supplier|insurer|chain|carrier|retailer|brands)
      than any other, than the other, than (my|our) (old|last|previous), nothing (else|) comes close, (come|comes|came) close to, on the market, miles ahead, head and shoulders above, blow* * out of the water
      (beat|beats) (the competition|any other|all other|every other|all the others|the rest), hold* a candle, stack* up (against|to), measure up, substitute for, (good|great|decent|cheaper|cheap) substitute, =dupe, knock-off
      (prefer|prefers|preferred) (it|this|them|these|this one|mine) (to|over), outperforms, (superior|inferior) to (other|the|any|most|my|its|all), on a par with, best in class, class-leading, switched from
      looked at (two|three|four|five|several|many|a few), chose * over, instead of (buying|paying|using)
      (heavier|thinner|newer|sturdier|sharper|tastier|fresher|friendlier|cleaner|louder|clearer|better sound|better quality) than, (better|worse|cheaper) * than (any|other|most|my old|the other)
      (larger|taller|weaker|softer|safer|simpler|brighter) than, similar (to|in)
    `),
    except: list(`
      better late than, better safe than, better than (nothing|ever|expected|average|never|i|anything|that), worse than (ever|expected|i|that|useless), more (comfortable|reliable) than (ever|i)
      alternative (music|medicine|night|rock|energy|facts|therapy|media|investment|investments|route), competition (authority|watchdog|law|commission|tribunal|regulator|winner), (won|win|enter|entered|in|cooking|beauty|baking) the competition
      (rival|political) (gangs|teams|fans|candidate|party|clubs|factions), =vs (wade), difference between right, faster than light, rather than
      any better than, (more|less|better|worse) * than (any other president|other republicans|other democrats), as good as (when|it gets|ever|dead|new|my last visit)
      as good as (i|we|expected|advertised|all|any), compared to (last|a year|previous), compared with (last|a year), better than (i|we|office|sex|that|this|last|ever|feared|forecast|estimated|expectations|the market|anyone), (beats|beat) the (market|system)
      (larger|smaller|bigger) than (expected|life|usual|last), similar to (last|what)
    `),
  },
  {
    id: 'design',
    name: 'Design and looks',
    lens: 'innovation',
    touchpoint: 'compare',
    words: list(`
      =design, =designs, =designer, designing, (well|badly|poorly|beautifully|nicely|cleverly|carefully|thoughtfully|terribly) designed, redesign*
      look and feel, (look|looks|looked) (gorgeous|beautiful|stunning|cheap|dated|premium|lovely|sleek|elegant|ugly|hideous|stylish|modern|classy|tacky|boring|nothing like|fabulous|old-fashioned)
      (dated|classic|retro|modern|premium|sporty) look, stylish, styling, styled, prettier, prettiest, eye-catching
      beautiful (design|packaging|bottle|colour|product|finish|interior|screen|box|shape|lines|building|room|car|watch|dress|display|phone|machine|shoe|decor|presentation)
      beautifully (made|styled|crafted|packaged|presented|finished|decorated), ugly (design|logo|colour|font|box|shoe|thing|car|building|app|website|interior), (is|are|so|really|how|pretty|quite|just|damn|looks) ugly, ugly as
      packaging, colour, logo, font, layout, elegant, aesthetic*, sleek, minimalist, bulky, clunky, gorgeous, hideous, tacky, decor, bezel, curves of the, form factor, chic, (bottle|box|cabin|car) shape, wallpaper
      (good|nice|great|better|cool|best) looking, (really|so|very|super|is|are|was) cute
    `),
    except: list(`
      design (team|teams|lead|leads|director|chief|studio|department|manager|week|museum|school), (head|director|chief|vp) of design
      designs on, by design, intelligent design, (people|women|person|woman|man|men|students|communities|writers|voters) of colour, off-colour, flag's colours, colour of (his|her|their) skin, colour blind, local colour
      (gorgeous|elegant|attractive) (man|woman|girl|guy|proof|solution|weather|day|offer|price|rate|salary|yield|investment|valuation), (fashion|interior) designer, fly* colours, true colours, with flying colours, excess* packaging, (plastic|too much) packaging
      self-styled, congresswomen of colour, different colour, in colour and wasn't
    `),
  },
];
