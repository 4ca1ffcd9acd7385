import { type KnownTheme, list } from './known-theme.ts';

/** What it is like to have and use it: touchpoint use. */
export const using: readonly KnownTheme[] = [
  {
    id: 'quality',
    name: 'Product quality',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      =quality, tasty, tastier, tastiest, tasteless, (taste|tastes|tasted|tasting) (like|of|great|good|bad|awful|delicious|amazing|horrible|fresh|burnt|better|so|terrible|disgusting|wonderful|nice|fantastic|sweet|bitter|the same|weird|off), (the|its|great|good|bad|bitter|aftertaste|best|nice) taste, have tasted, aftertaste
      flavour, flavourful, flavourless, delicious, yummy, bland, stale, soggy, under-cooked, over-cooked, burnt, lukewarm, watery, rancid, mouldy, mushy, inedible, greasy, freshly (made|baked|ground|roasted|brewed|prepared|squeezed)
      fresh (food|bread|fruit|ingredients|coffee|beans|produce|fish|salad|pastries|sushi|vegetables|and tasty|and delicious|seafood), (so|really|very|always|not|super|were|was|are) fresh, freshness, (too|very|bit|so|was|were) (salty|dry|sour), too (sweet|bitter), driest, food was (cold|raw)
      (the|their|our|my|great|good|best|amazing|delicious|terrible|awful|bad|mediocre|fantastic|excellent|wonderful|horrible|decent|quality|tasty|hot|cold|worst|real) food, food (is|was|were|tastes|here), (coffee|pizza|burger|steak|sushi|chicken|dessert|cake|beer|wine|meal|soup|fries|chips|sauce|bread|latte|espresso|flat white|sandwich) (is|was|were|are|tastes|tasted) * (good|great|excellent|amazing|terrible|awful|bad|ok|okay|perfect|delicious|fantastic|horrible|best|worst|average|cold|weak|superb|wonderful)
      durable, durability, flimsy, sturdy, sturdiness, solidly (built|made), (feels|feel|felt) (solid|cheap|flimsy|premium|sturdy), well made, well-built, (poorly|badly|cheaply|beautifully|solidly) (made|built|constructed), build quality, workmanship, craftsmanship, shoddy, cheap plastic, plastic rubbish
      defect, defective, faulty, fell apart, (fall|falls|falling|fallen|came|come|comes|coming) (apart|to pieces), (broke|breaks|broken|break|ripped|tore|cracked|snapped|split) (after|within|on the first|in two|in half|the first|the second|on arrival|easily|so easily|already), arrived broken
      (handle|zip|zipper|strap|button|buckle|hinge|lid|seam|sole|screen|clasp|hose|wheel) * (broke|broken|snapped|cracked|off|fell|split|came|torn), (come|came|comes|coming) (off|undone|loose|unglued|away) (again|after|in|within|when|already|the|on|straight), came undone, snapped (off|in), worn out, wore out, wears out, wears well
      stitching, seams, =scratched, =scratches, (a|easily|easy to) =scratch, dented, cracks (in|easily|on|appeared), creaks, (it|bottle|pipe|roof|tank|kettle|lid|machine|pen|cup) (leaks|leaked|leaking), leaks (everywhere|water|from|all over|at|oil), ingredients, portion, (cheap|premium|good|quality|poor|high quality|better) materials, (lining|fabric|seat|jacket|shirt|sock|jeans) (tore|ripped|torn), hold* up well, last* (years|a lifetime|for years|me years), piece of (junk|crap|rubbish|garbage)
      construction is, construction of the, (smell|smells|smelled|smelt) (like|of|bad|awful|disgusting|terrible|great|funny|weird|horrible), the smell is, flavor*, delish, juicy, tender (and|meat|chicken|beef|steak|lamb), crispy, chewy, rubbery, moist, scrumptious, mouthwatering, dish, dishes, (was|is|came|were|are) (broken|defective|damaged), (feels|feel|felt) (delicate|fragile|plasticky)
      (beef|pork|fish|shrimp|noodles|rice|pasta|salad|wings|pho|tacos|lamb|veal|soups|burgers|sandwiches|donuts|pastries|tea|lunch|dinner|breakfast|appetizers|dishes|mains|ice cream|chow mein|dumplings|curry|toast|eggs|bacon|cocktails|drinks) (is|was|were|are) * (good|great|excellent|amazing|terrible|awful|bad|ok|okay|perfect|delicious|fantastic|horrible|best|worst|average|cold|dry|superb|wonderful|bland|disappointing|mediocre|incredible|outstanding)
      useless, holds together, stopped holding, (poor|bad|low|inferior) quality, well constructed, (bend|bends|bent) (easily|out|in)
      (best|finest|worst|perfect|decent|proper) (coffee|latte|espresso|cappuccino|flat white|pizza|burger|steak|curry|cake|bread|beer|wine|sushi|tea|croissant|fries|sandwich|breakfast|meal|cup), steamed (beautifully|perfectly)
    `),
    except: list(`
      quality (assurance|engineer|engineers|manager|managers|analyst|inspector), quality (of life|time|control freak), (air|water|leadership|sound|picture|image|video|audio|call|voice|camera|sleep|streaming|print|screen) quality, taste (of|for) (defeat|victory|freedom|power|things), (good|bad|poor) taste in, (a|in) (bad|poor) taste, leaked (document|memo|email|report)
      (leaks|leaked|leaking) (information|data|details|that), (dog|cat|pet) food, fresh (air|start|elections|verse|look|blood), scratch (card|the surface), from scratch, start* from scratch, breaks (the|his|her|up|even|down), tax breaks
      broken into, broken (up|down|out), tender age, legal tender, construction of the (building|wall|pipeline|bridge), satellite dish, dish network
      (asset|credit|earnings|data|job) quality, quality (issuance|stocks|assets), =Dish =TV, taste of, sweet and tender
      useless (politician|politicians|government|president|congress|debate|war)
      the food (industry|bank|stamp|stamps|chain), food (industry|bank|stamps), the taste of (home|america), scratch* * (head|heads|surface)
    `),
  },
  {
    id: 'performance',
    name: 'Performance and battery',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      battery, (fast|slow|quick|wireless|rapid) charging, (charge|charges|charged) (fast|quickly|slowly), (hold|holds|holding) * charge
      load* (time|times|slow|slowly|quick|quickly|fast|in|instantly|forever), slow to (load|start|open|respond|boot|charge), (app|site|website|phone|laptop|internet|computer|wifi|wi-fi|broadband|connection|page|tablet|machine|system|browser|software) * (slow|slower|slowly|sluggish|fast|faster)
      (slow|slower|fast|faster) (app|site|website|phone|laptop|internet|computer|wifi|wi-fi|broadband|connection|page|tablet|machine|processor|network|loading|speed|speeds), (input|time|network|no|any|some|bad|terrible|serious|shutter) =lag, (it|app|phone|game|screen|always) lags, lagging, laggy, (video|audio|playback|game|app|it|screen|stream|scrolling) (stutter|stutters|stuttered|stuttering), buffering, buffers, buffer, boots (up|in), (slow|takes|took|forever|ages|minutes|seconds) to (boot|boot up), takes * to (load|start|open), (is|was|feels|gets|got|very|so|bit) sluggish, sluggish (app|performance|response|interface|phone|menu), snappy, lightning-fast, (super|blazing|blazingly) fast
      (signal|reception) (drops|dropped|strength|is|was|at home|bars|keeps|in), (no|poor|weak|bad|good|strong|phone|mobile|cell|wifi|great|lost) (signal|reception), (4g|5g|network|mobile|phone|patchy|poor|no|barely any|cell|bad|great|good) coverage
      (download|upload|broadband|internet|connection|wifi|data|network|processing|transfer) speed, =mbps, frame-rate, fps, (picture|sound|image|video|audio|camera|call|voice|screen|display|print|recording) quality, (picture|pictures|sound|image|display|bass|speakers|microphone|audio) (is|are|was|were) * (clear|crisp|great|good|huge|terrible|awful|poor|bad|tinny|muffled|loud|amazing|excellent|sharp|blurry|fantastic|perfect), sounds (decent|tinny|muffled|crisp|clear)
      (the|front|rear|phone|good|great|bad|poor) camera (is|takes|struggles|quality|has|does), =mpg, fuel (economy|consumption|efficiency|efficient), (miles|kilometres) (to the|per) (gallon|charge|litre), (electric|real world|winter|mile) range, range anxiety, =acceleration, accelerates, horsepower, torque, engine (power|noise)
      suction, noise level, (fan|motor|engine) (noise|is|was) * (loud|noisy|quiet), fan noise, (it|phone|laptop|device|charger|tablet|engine|unit|battery) (gets|get|got|getting|runs|running) * (hot|warm|noisy), (runs|running|run) (hot|smoothly|slow), overheat*, processor, memory (usage|leak), (uses|eats|hogs|drains|draining) * (battery|memory|ram|cpu|data|power)
      performance (is|has|issue|issues|improvement|drops|boost|problem|problems|of (the|this|my) (phone|car|app|device|machine|laptop|engine|headset|product)), (poor|slow|high|overall|good|improved|better) performance, (very|super|so|extremely|really) responsive, unresponsive
      (better|best|clear|terrible|great|good|awful|excellent) (reception|sound|audio|bass|clarity), blurry, (low|high|poor|image|screen|camera) resolution
      (sound|audio|volume|bass|echo|microphone|mic) (is|was|problem|problems|aspects|level|levels), pixel camera, megapixel, (hear|hears) (me|them|the other|callers|people) (clearly|well), hard to hear, easy to hear, charging current
    `),
    except: list(`
      assault and battery, battery (hens|farm), camera crew, (media|press|news|live|tv|insurance) coverage, (vocal|live|stage|musical|acting|stock|financial|economic|academic|strong|his|her|share) performance, performance (review|artist|art|of hamlet), performance (of|by) (the) (band|orchestra|cast|actor|team)
      resolution (to|of|that|calling), new year's resolution, (un|security council|house|senate) resolution, conflict resolution, fast food, signal (that|to|the), buffer (zone|state|against), accelerat* (growth|expansion|plans|its|vaccin*|the), picture is (bleak|mixed|unclear)
      battery park, battery of, aggravated battery, (charged|charge|charges|convicted|arrested) * battery, sexual battery
    `),
  },
  {
    id: 'app',
    name: 'App and usability',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      app, website, web-site, web-page, home-page, home-screen, webshop, web shop, online (shop|store|banking|portal|account), mobile banking, (their|this|your|the) site (is|was|would|won't|keeps|down|has|crashes|works|loads|doesn't|does|never)
      =login, =logins, log (in|out|on|me out|me in|you out|back in), logs (in|out|me out|you out), logged (me out|out|in|you out|us out), logging (in|out|on|me out|back in), =sign in, signing (in|back in), sign (back in|out|me out), signs me out, signed me out
      password, two-factor, verification code, face recognition, fingerprint (reader|sensor|scanner), user (interface|experience|friendly|unfriendly|journey), =UI, =UX, interface, notifications, (push|no) notification
      (latest|new|last|recent|software|firmware|app|since the|after the|system|ios|android|this|every|the) =update, =updates (broke|are|keep|ruined|the app), dark mode, settings (menu|page|screen), in (the) settings, the settings, (menu|menus) * (confusing|intuitive|cluttered|hidden), intuitive, unintuitive, usability, ease of use
      (easy|easier|hard|harder|difficult|confusing|simple|awkward|simple|easiest|impossible|fiddly) to (use|navigate|set up|setup|install|operate|understand|configure|find your way|work out|assemble), (set|setting) (it|this|mine|everything) up, set-up (is|was|took|process|easy|guide|instructions), (easy|quick|simple|painless|initial) set-up, (the|clear|poor|no|confusing|better) instructions, learning curve
      (sync|syncs|syncing|synced) (with|my|to|across|between), won't sync, browser extension, plugin, widget, screen reader, navigation (is|menu|bar|system), (site|app|easy|menu|poor|bad|good) navigation, navigating the, (couldn't|can't|easily) navigate, cluttered, clunky, cookie banner, pop-ups, pop-up (ad|ads|window|windows), uninstall*, (install|installed|installing|download|downloaded|deleted|reinstall|reinstalled) (the|this|their) app, reinstall*
      software, firmware, (the|volume|parental|touch|steering) controls, controls (are|were), (scroll|power|volume|reset|home) button, buttons (are|is|too), (easy|hard|difficult|simple) for (beginners|novices|anyone|me|him|her|kids|seniors) to, (took|takes) * getting used to, user friendlier, friendlier
      (access|find|navigate) the (menu|menus|settings)
    `),
    except: list(`
      two apps and, apps and (a|two|an|drinks|entrees|burgers), shared * apps, (building|camp|construction|burial|crash|web hosting) site, interface between, (drinks|dessert|lunch|bar|wine|food) menu, update on, the settings (of|are gloomy), pop-up (shop|store|restaurant|bar), easy to understand why, setting (it|them) up for, log in the fire, (musical|wartime) settings, hard to understand (why|how)
      software (company|companies|giant|firm|maker|stocks|exports|engineer|services|sector|industry), used to be, (gun|birth|arms|passport|price|export|capital|border|currency) controls, (got|get|getting) used to * (him|her|president|idea|defeat)
      freedom of navigation, (judge's|jury|jury's|court's|further|doctor's) instructions, (financial services|nucleus|enterprise) software, dating apps, conspiracy website, official website of (his|the party|the president)
      (statement|posted|published|said|announced|wrote|according|says|notice|details|news|material) * website, on (its|his|her) website, website (published|reported|said), fake news website, news website
      the update (on|of the (law|report|story|figures)), (earnings|trading|news|live|covid|weather|traffic) update
    `),
  },
  {
    id: 'reliability',
    name: 'Reliability',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      reliable, unreliab*, reliability, reliably, dependable, (app|game|it|phone|site|website|system|browser|keeps|kept|constantly|always|laptop|server|computer|software|update|update|program|device|still) (crash|crashed|crashes|crashing), (crash|crashes|crashed|crashing) (every|when|whenever|all the time|again|constantly|after|on (start|launch|open|startup|me)|each|a lot|immediately), app crash
      =buggy, (full of|so many|many|few|some|fix|fixed|fixing|fixes|a|the|these|software|annoying|minor|major|several) (bug|bugs), bug (fix|fixes|report|that), glitch*, glitchy, outage, downtime, (site|website|app|network|server|servers|service|system|internet|wifi|connection|it) (is|was|are|were|went|goes|been|being|has been|keeps going|still|gone) =down
      (go|goes|went|gone|going|was|is|were|being|knocked) offline, (keeps|kept|app|screen|it|phone|game|laptop|constantly|always|randomly|computer|that) (freeze|freezes|freezing|froze|frozen), freezes (up|when|all|halfway|every), froze (on|up|when|every), freezing up
      (stop|stops|stopped|quit|quits) working, (doesn't|didn't|don't|does not|did not|do not|won't) =work, (not|no longer|isn't|aren't|wasn't|never) =working, (never|no longer|barely|hardly|sometimes) (works|worked), (won't|wouldn't|will not|refuses to|refused to) (turn|switch|start|open|load|charge|connect|boot|play|power|launch|pair)
      (phone|machine|laptop|battery|it|unit|device|screen|tv|kettle|drive|charger|printer|engine) * (died|packed up|conked out|gave up), died on me, died (after|within) * (month|months|weeks|year|years|days|uses|hours), error (message|code|screen), (lots of|constant|many|get|getting|got|throws|gives|with) errors, (is|was|very|app|connection|so) unstable, (very|rock|super|more|so|is|was|been|pretty) stable, rock-solid, (solid|unstable|stable|poor|bad|dropped|lost) connection
      (let|lets|letting) (me|us|you) down, fail* to (load|connect|open|start|save|send|sync|work|update|pair|charge|launch), (keeps|kept|constantly|always) (failing|disconnecting|dropping|cutting out|restarting|rebooting|breaking|shutting down|stopping), disconnects, (keeps|gets|constantly|got|getting|kept|always|was) (disconnected|disconnecting), (drop|drops|dropped|dropping) (calls|connection|the connection|wifi), (cut|cuts|cutting) out
      engine (failed|failure|trouble|light|cut), (car|van|train|bus|boiler|machine|lift|washing machine|dishwasher|fridge) * (broke|broken|breaks|breaking) down, broke down (after|twice|again|on the|on me|in), (flight|flights|train|trains|bus|buses|departure) * (delayed|cancelled|delay|delays), (delayed|cancelled|cancel|delay) * (flight|flights|train|trains|bus), flight delay, (flight|train|rail|long|constant|endless|travel|shipping|service) delays, delayed (again|by|for|yet)
      works (perfectly|flawlessly|every time|without|great|well|fine|like a charm|as it should|as expected|as advertised|properly), worked (perfectly|flawlessly|great|well|fine), hiccup, without (a|any) (problem|problems|issue|issues|fault|hitch|glitch), no (problems|issues) (so far|at all|with it|yet|with this|with the), (a|no|electrical|mechanical|technical|known|software|design|this|developed|develop) =fault, =faults, technical (problem|problems|issue|issues|fault|difficulties), malfunction*, out of service, temperamental, never fails
      (never|haven't|hasn't|not) had * (problem|problems|issue|issues|trouble), had (no|any) * (problem|problems|issue|issues|trouble), (worked|works) once, only worked, working (fine|again|perfectly|great), screen * (black|blank|dead), went (black|blank|dead), (lock|locks|locked) up, (drop|drops|dropped|dropping) call, as advertised, works fine
      steady performer, (player|computer|tablet|console|tv|machine) (freezing|froze|freezes), hard-disk problem, (does not|doesn't|won't|wouldn't|didn't|did not) =charge, hick up, can't get a (signal|connection), lasted * (year|month|week), lasts * (year|month)
    `),
    except: list(`
      reliability (engineer|engineers|engineering), reliable (source|sources|witness|description|evidence|information|data|narrator), (car|plane|helicopter|bus|train|stock|market|air|road) crash, bed bugs, bugs in the bed, down to earth, (not|don't|won't|let) * let * (critics|him|it) get you down, talks * broke down, (not|never|doesn't|does not|didn't|did not|don't|do not|won't) (work|works|worked|working) (for|at|on|with|there|here|as|in|out) (the|a|his|her|us|me|tomorrow|today|commission|government)
      (my|your|his|her|their|own|our) fault, to a fault, fault lines, at fault, errors of judgement, human errors, doctor's errors, without further delays, =down to, works well with, (delay|delayed) gratification, not working (class|today|tomorrow), (marriage|negotiations|talks) broke down, trial and errors, works great for
      (locked|lock) up (in|for|abroad|his|her|the nomination), went dead (silent|quiet)
      reliable (recorder|ally|partner|voter|voters|majority|conservative), mentally unstable, politically unstable, stable genius, power outage, (his|her|driver's|drivers|whose|nobody's|one's|somebody's) fault, works in, did not work (its|for|on|in|there)
      beach buggy, (dune|beach|golf) buggies, cutting out the, cut out (the|for|of), no longer works (for|at|with|in)
    `),
  },
  {
    id: 'comfort',
    name: 'Comfort and fit',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      (very|so|super|really|most|more|extremely|incredibly|not|quite|pretty|is|are|was|were|and|fairly|surprisingly|supremely) comfortable, comfortable (and|to wear|to hold|to use|to sit|to drive|shoes|seat|seats|bed|beds|fit|chair|ride|room|rooms|camera|enough for), (sits|fits|seats|sleep|sit|slept) comfortably, comfy, comfier, uncomfortab*, discomfort, (for|more|extra|great|maximum|total|level of|all day|seat|ride|sleep|of) =comfort, =comfort (level|is|and), leg-room, head-room, leg room, elbow room, (hard|soft|lumpy|firm|comfy|single|double|big|huge|saggy) (bed|mattress|pillow|seat), mattress, pillow, (the|my|our) =bed, (the|our) =beds, bed (was|is|like), beds (were|are)
      (seat|seats|chair|chairs|saddle) (was|were|is|are|recline|reclines|reclined|hurt|hurts), recline, reclining, cramped, blister, (shoe|shoes|headset|headphones|strap|collar|glasses|bra|boots|it) (pinch|pinches|pinched|itch|itches|chafe|chafes|rub|rubs|digs), itchy, itches, chafe, chafes, chafing, scratchy
      so soft, (soft|softer) (fabric|to the touch|and comfy|leather|cotton|and warm|cushion|inside), super soft, air-conditioning, air-con, aircon, (room|rooms|cabin|bedroom|seat) (was|were|is|are) * (hot|cold|noisy|small|tiny|boiling|freezing|cramped|stuffy|spacious|quiet|huge|large|comfortable), stuffy
      (noisy|quiet|tiny|small|spacious|cramped|stuffy|hot|huge|large) (room|rooms|cabin|bedroom), thin walls, walls (are|were|so) * thin, could hear (the|our|everything|every), slept (well|badly|like|great|so), night's sleep, couldn't sleep, could not sleep, spacious, roomy, (smooth|bumpy|quiet|rough|harsh|firm|comfortable) ride, ride (is|was) * (smooth|bumpy|quiet|rough|harsh|firm), bumpy, ergonomic*
      (fit|fits|fitted) (perfectly|well|like a glove|snug|snugly|badly|too|me|great|nicely|comfortably|poorly|my), (perfect|good|great|bad|poor|snug|tight|loose|comfortable) fit, true to size, (runs|ran) (small|large|big), too (tight|loose|small for|big for|narrow), (light|lightweight) as a feather, lightweight, light-weight, cushion, cushioned, cushioning, (keep|keeps|kept) (me|you|us) (warm|dry|cool), breathable, back pain, (hurt|hurts|hurting) my (ears|feet|back|head|neck|wrist)
    `),
    except: list(`
      comfortable (majority|win|lead|victory), (won|win|wins) comfortably, comfort (food|zone|letter|women), too close for comfort, words of comfort, take comfort, southern comfort, bed and breakfast, bed bugs, comfortably (ahead|beat), (took|take) comfort, uncomfortable (truth|question|questions|with (the|his)), (went|go) to =bed, in bed with
      seat (was|is) (held|won|vacant|lost), soft drink, fitted my, fits my (needs|budget|bill)
      comfortable with, uncomfortable with, comfortable (lead|position|saying|talking|enough to)
      comfort (inn|suites), (feel|feels|felt|feeling|me|people|everyone|get|gets) * (comfortable|uncomfortable), (comfortable|uncomfortable) (to buy|for market|in|position|life), too comfortable, uncomfortable (conversation|silence|position|reality|fact|subject), expressed discomfort, comfort (him|her|them|those|and aid)
    `),
  },
  {
    id: 'trust',
    name: 'Trust, safety and privacy',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      (trust|trusts|trusted|trusting) (them|this|it|you|him with|with|these|that company|any of|the company|the brand|the bank), (don't|can't|cannot|never|wouldn't|not|do not|couldn't) trust, (lost|lose|losing|losing all|earn|earned|broke|betrayed|restore|rebuild|regain) * trust, (customer|public|consumer) trust, trust in (them|the company|the brand|this), trustworth*, untrustworth*, (breach|loss|erosion|lack|betrayal) of trust, distrust, mistrust
      scam, scammed, scammer, scamming, fraud, fraudulent, fraudster, swindl*, con artist, conned, dishonest*, honest (about|with me|with us|company|mechanic|business|people|advice|opinion from), (so|very|completely|totally|refreshingly|brutally) honest, (lied|lying|lies) (to (me|us|you|customers|its customers|their customers|users)|about), liars, mislead, misleading, misled, misleadingly, deceptive, deceiv*, deceit*, false (advertising|advert|claims|promises), fake (review|reviews|product|products|goods|discount), counterfeit
      privacy, (data|security) (breach|breaches|leak|protection|theft|broker|collection|harvesting|flaw|hole|vulnerability|issue|risk), leak* * (data|details|information|emails|passwords|records), (was|were|been|got|gets|account|accounts|being) hacked, hackers, cyber-attack, cyberattack, ransomware, phishing, malware, spyware, personal (data|information|details), (use|uses|using|sell|share|with|of|collect|collects|protect) my data, user data, customer data, where (the|my|your|our) data
      (sell|sold|selling|sells|share|shared|sharing|shares|stole|steal|stolen|give|gave) * (data|details|phone number|information|records), identity theft, (spy|spies|spied|spying) on, (listen|listens|listening) in on, (track|tracks|tracking|tracked) (me|you|us|users|your every), someone else's (statement|bank|account|bill|order|details)
      transparency, transparent (about|with|pricing|company), lawsuit, class-action, (is|are|was|being|been|gets|got|were) (sued|fined), sues, suing, sued (over|for|by), fined (for|over|by), fine (of|for) * (million|pounds|dollars|breach|breaches), antitrust
      =recall, recalled, recalls * (car|vehicle|product|batch|can|cans|food|item|brew|million|thousand|thousands|model|phone|toy|airbag|meat|all|some|its|over), recalling * (car|vehicle|product|model), (safety|health) (warning|alert|concern), (product|food|data|passenger|vehicle|fire|child|customer|flight|patient) safety, safety (concern|issue|risk|standard|standards|record|defect|problem|warning|violation|violations|feature), (health and|the) safety (of|violations), unsafe, =dangerous (product|chemical|toy|battery|for), food poisoning, fell ill, falls ill, (made|make|makes|making) (me|us|him|her|people|him|my son|my daughter|them) * (ill|sick), (got|was|were|been|getting) sick (after|from), food-borne, (catch|catches|caught|catching|on) fire, burst into flames, exploded, explod*, fire hazard, hazard, hazardous, hygiene, unhygienic, unsanitary
      (hair|mould|insect|glass|plastic|metal|cockroach|worm|fly|bug|maggot|mouse) in (my|the|it|our|a), mould on, allergen, allergens, allergic reaction, contaminat*, salmonella, listeria, e coli, carcinogen*, shady, sketchy, dodgy, untrustworthy, unethical, honour their, (can|could|do) be trusted
    `),
    except: list(`
      trust me, trust fund, (wildlife|nhs|national|charitable|investment|academy|property|family|housing|land) trust, trust that, trust (the weather|your instincts|your gut|fall), to be honest, (i|we|you|can|cannot|can't|could|don't|still|vividly|not|to|as far as i can|also|do|you'll|may|might|fondly) recall, recall (when|that|being|seeing|having|a time|election|staying|correctly|reading|hearing|how|what|why|the time|is on|vote|petition|ever|any), recalled (his|her|how|that|the day|a time|being|in an interview|to the|from|when), recalls (his|her|how|that|the day|being|when|a)
      total recall, safety (net|car), fine for me, (on) fire (with|this|lately), on the dangerous, wire fraud trial, (voter|election|electoral) fraud, (he|she) lied, safety blitz, fire sale, in my fraud, fraud squad
      (will|readers|fans|people|who|often|clearly|viewers|many|might|remember or) recall, privacy of (their|his|her|your|our) own, sues to, fraud case against (the|president), hazards of
    `),
  },
];
