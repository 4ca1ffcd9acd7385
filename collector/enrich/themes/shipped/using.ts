import { type KnownTheme, list } from './known-theme.ts';

/** What it is like to have and use it: touchpoint use. */
export const using: readonly KnownTheme[] = [
  {
    id: 'quality',
    name: 'Product quality',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      =quality, tasty, tastier, tastiest, tasteless, (taste|tastes|tasted|tasting) (like|of|great|good|bad|awful|delicious|amazing|horrible|fresh|burnt|better|so|terrible|disgusting|wonderful|nice|fantastic|sweet|bitter|the same|weird|off), (the|its|great|good|bad|bitter|aftertaste|a|best|nice) taste, have tasted, aftertaste
      flavour, flavourful, flavourless, delicious, yummy, bland, stale, soggy, under-cooked, over-cooked, burnt, lukewarm, watery, rancid, mouldy, mushy, inedible, greasy, freshly (made|baked|ground|roasted|brewed|prepared|squeezed)
      fresh (food|bread|fruit|ingredients|coffee|beans|produce|fish|salad|pastries|sushi|vegetables|and tasty|and delicious|seafood), (so|really|very|always|not|super|were|was|are) fresh, freshness, (too|very|was|were|so|bit) (dry|salty|sweet|bitter|sour), was (cold|raw)
      (the|their|our|my|great|good|best|amazing|delicious|terrible|awful|bad|mediocre|fantastic|excellent|wonderful|horrible|decent|quality|tasty|hot|cold|worst|real) food, food (is|was|were|tastes|here), (coffee|pizza|burger|steak|sushi|chicken|dessert|cake|beer|wine|meal|soup|fries|chips|sauce|bread|latte|espresso|flat white|sandwich) (is|was|were|are|tastes|tasted) * (good|great|excellent|amazing|terrible|awful|bad|ok|okay|perfect|delicious|fantastic|horrible|best|worst|average|cold|weak|superb|wonderful)
      durable, durability, flimsy, sturdy, sturdiness, solidly (built|made), (feels|feel|felt) (solid|cheap|flimsy|premium|sturdy), well made, well-built, (poorly|badly|cheaply|beautifully|solidly) (made|built|constructed), build quality, workmanship, craftsmanship, shoddy, cheap plastic, plastic rubbish
      defect, defective, faulty, fell apart, (fall|falls|falling|fallen|came|come|comes|coming) (apart|to pieces), (broke|breaks|broken|break|ripped|tore|cracked|snapped|split) (after|within|on the first|in two|in half|off|the first|the second|on arrival|easily|so easily|again|already), arrived broken
      (handle|zip|zipper|strap|button|buckle|hinge|lid|seam|sole|screen|clasp|hose|wheel) * (broke|broken|snapped|cracked|off|fell|split|came|torn), (come|came|comes|coming) (off|undone|loose|unglued|away) (again|after|in|within|when|already|the|on|straight), came undone, snapped (off|in), worn out, wore out, wears out, wears well
      stitching, seams, scratched, scratches, scratch, dented, cracks, creaks, leaks, leaking, leaked everywhere, ingredients, portion, (cheap|premium|good|quality|poor|high quality|better) materials, (lining|fabric|seat|jacket|shirt|sock|jeans) (tore|ripped|torn), hold* up well, last* (years|a lifetime|for years|me years), piece of (junk|crap|rubbish|garbage)
    `),
    except: list(`
      quality (of life|time|control freak), (air|water|leadership|sound|picture|image|video|audio|call|voice|camera|sleep|streaming|print|screen) quality, taste (of|for) (defeat|victory|freedom|power|things), (good|bad|poor) taste in, (a|in) (bad|poor) taste, leaked (document|memo|email|report)
      (leaks|leaked|leaking) (information|data|details|that), (dog|cat|pet) food, fresh (air|start|elections|verse|look|blood), scratch (card|the surface), from scratch, start* from scratch, breaks (the|his|her|up|even|down), tax breaks
    `),
  },
  {
    id: 'performance',
    name: 'Performance and battery',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      battery (life|drain*|dies|died|is|lasts|lasted|last|health|range|went|dead|percent|charge|runs|won't|does|power|charging|pack|capacity|level|usage), the battery, (bad|dead|poor|new|great|good) battery, (fast|slow|quick|wireless|rapid) charging, (charge|charges|charged) (fast|quickly|slowly|in|so), (hold|holds|holding) * charge
      load* (time|times|slow|slowly|quick|quickly|fast|in|instantly|forever), slow to (load|start|open|respond|boot|charge), (app|site|website|phone|laptop|internet|computer|wifi|wi-fi|broadband|connection|page|tablet|machine|system|browser|software) * (slow|slower|slowly|sluggish|fast|faster)
      (slow|slower|fast|faster) (app|site|website|phone|laptop|internet|computer|wifi|wi-fi|broadband|connection|page|tablet|machine|processor|network|loading|speed|speeds), =lag, lags, lagging, laggy, stutter*, buffering, buffers, buffer, (boot|boots|booting) (up|in), to (boot|boot up), takes * to (load|start|open), sluggish, snappy, lightning-fast, (super|blazing|blazingly) fast
      (signal|reception) (drops|dropped|strength|is|was|at home|bars|keeps|in), (no|poor|weak|bad|good|strong|phone|mobile|cell|wifi|great|lost) (signal|reception), (4g|5g|network|mobile|phone|patchy|poor|no|barely any|cell|bad|great|good) coverage
      (download|upload|broadband|internet|connection|wifi|data|network|processing|transfer) speed, =mbps, frame-rate, fps, (picture|sound|image|video|audio|camera|call|voice|screen|display|print|recording) quality, (picture|sound|image|display|bass|speakers|microphone|audio) (is|are|was|were) * (clear|crisp|great|good|huge|terrible|awful|poor|bad|tinny|muffled|loud|amazing|excellent|sharp|blurry|fantastic|perfect), audio, sounds (great|amazing|tinny|muffled|terrible|awful|fantastic|excellent|crisp|horrible|clear)
      (the|front|rear|phone|good|great|bad|poor) camera (is|takes|struggles|was|on|quality|has|does), picture is, =mpg, fuel (economy|consumption|efficiency|efficient), (miles|kilometres) (to the|per) (gallon|charge|litre), (electric|real world|winter|mile) range, range anxiety, accelerat*, horsepower, torque, engine (power|is|noise)
      suction, noise level, (fan|motor|engine) (noise|is|was) * (loud|noisy|quiet), fan noise, (gets|get|got|getting|runs|running|run) (hot|warm|very hot|smoothly|slow|great|noisy), overheat*, processor, memory (usage|leak), (uses|eats|hogs|drains|draining) * (battery|memory|ram|cpu|data|power)
      performance (is|has|issue|issues|improvement|drops|boost|problem|problems|of (the|this|my) (phone|car|app|device|machine|laptop|engine|headset|product)), (poor|slow|high|overall|good|improved|better) performance, (very|super|so|extremely|really) responsive, unresponsive, resolution
    `),
    except: list(`
      assault and battery, battery (hens|farm), camera crew, (media|press|news|live|tv|insurance) coverage, (vocal|live|stage|musical|acting|stock|financial|economic|academic|strong|his|her|share) performance, performance (review|artist|art|of hamlet), performance (of|by) (the) (band|orchestra|cast|actor|team)
      resolution (to|of|that|calling), new year's resolution, (un|security council|house|senate) resolution, conflict resolution, fast food, signal (that|to|the), buffer (zone|state|against), accelerat* (growth|expansion|plans|its|vaccin*|the), picture is (bleak|mixed|unclear)
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
      password, two-factor, verification code, face recognition, fingerprint (reader|sensor|scanner), user (interface|experience|friendly|unfriendly|journey), =UI, =UX, interface, notification
      (latest|new|last|recent|software|firmware|app|since the|after the|system|ios|android|this) =update, =updates (broke|are|keep|ruined|the app), dark mode, settings (menu|page|screen), in (the) settings, the settings, (menu|menus) * (confusing|intuitive|cluttered|hidden), intuitive, unintuitive, usability, ease of use
      (easy|easier|hard|harder|difficult|confusing|simple|awkward|simple|easiest|impossible|fiddly) to (use|navigate|set up|setup|install|operate|understand|configure|find your way|work out|assemble), (set|sets|setting) (it|this|them|mine|everything) up, set-up, instructions, learning curve
      (sync|syncs|syncing|synced) (with|my|to|across|between), won't sync, browser extension, plugin, widget, screen reader, navigation, navigate, cluttered, clunky, cookie banner, pop-up, pop-ups, uninstall*, (install|installed|installing|download|downloaded|deleted|reinstall|reinstalled) (the|this|their) app, reinstall*
    `),
    except: list(`
      two apps and, apps and (a|two|an|drinks|entrees|burgers), shared * apps, (building|camp|construction|burial|crash|web hosting) site, interface between, (drinks|dessert|lunch|bar|wine|food) menu, update on, the settings (of|are gloomy), pop-up (shop|store|restaurant|bar), easy to understand why, setting (it|them) up for, log in the fire, (musical|wartime) settings, hard to understand (why|how)
    `),
  },
  {
    id: 'reliability',
    name: 'Reliability',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      reliable, unreliab*, reliability, reliably, dependable, (app|game|it|phone|site|website|system|browser|keeps|kept|constantly|always|laptop|server|computer|software|update|update|program|device|still) (crash|crashed|crashes|crashing), (crash|crashes|crashed|crashing) (every|when|whenever|all the time|again|constantly|after|on (start|launch|open|startup|me)|each|a lot|immediately), app crash
      buggy, (full of|so many|many|few|some|fix|fixed|fixing|fixes|a|the|these|software|annoying|minor|major|several) (bug|bugs), bug (fix|fixes|report|that), glitch*, glitchy, outage, downtime, (site|website|app|network|server|servers|service|system|internet|wifi|connection|it) (is|was|are|were|went|goes|been|being|has been|keeps going|still|gone) =down
      (go|goes|went|gone|going|was|is|were|being|knocked) offline, (keeps|kept|app|screen|it|phone|game|laptop|constantly|always|randomly|computer|that) (freeze|freezes|freezing|froze|frozen), freezes (up|when|all|halfway|every), froze (on|up|when|every), freezing up
      (stop|stops|stopped|quit|quits) working, (does|did|do|is)n't work, (does not|did not|do not|is not|not|never|no longer|barely|hardly|won't) (work|works|worked|working), (won't|wouldn't|will not|refuses to|refused to) (turn|switch|start|open|load|charge|connect|boot|play|power|launch|pair)
      (phone|machine|laptop|battery|it|unit|device|screen|tv|kettle|drive|charger|printer|engine) * (died|packed up|conked out|gave up), died (after|on me|within), error (message|code|screen), errors, (unstable|stability), (very|rock|super|more|so|is|was|been|pretty) stable, rock-solid, (solid|unstable|stable|poor|bad|dropped|lost) connection
      (let|lets|letting) (me|us|you) down, fail* to (load|connect|open|start|save|send|sync|work|update|pair|charge|launch), (keeps|kept|constantly|always) (failing|disconnecting|dropping|cutting out|restarting|rebooting|breaking|shutting down|stopping), disconnect*, (drop|drops|dropped|dropping) (calls|out|connection|the connection|wifi), (cut|cuts|cutting) out
      engine (failed|failure|trouble|light|cut), (car|van|train|bus|boiler|machine|lift|washing machine|dishwasher|fridge) * (broke|broken|breaks|breaking) down, broke down (after|twice|again|on the|on me|in), (flight|flights|train|trains|bus|buses|departure) * (delayed|cancelled|delay|delays), (delayed|cancelled|cancel|delay) * (flight|flights|train|trains|bus), flight delay, delays, delayed (again|by|for|yet)
      works (perfectly|flawlessly|every time|without|great|well|fine|like a charm|as it should|as expected|as advertised|properly), worked (perfectly|flawlessly|great|well|fine), hiccup, without (a|any) (problem|problems|issue|issues|fault|hitch|glitch), no (problems|issues) (so far|at all|with it|yet), fault, technical (problem|problems|issue|issues|fault|difficulties), malfunction*, out of service, temperamental, never fails
    `),
    except: list(`
      reliable (source|sources|witness|description|evidence|information|data|narrator), (car|plane|helicopter|bus|train|stock|market|air|road) crash, bed bugs, bugs in the bed, down to earth, (not|don't|won't|let) * let * (critics|him|it) get you down, talks * broke down, (not|never|doesn't|does not|didn't|did not|don't|do not|won't) (work|works|worked|working) (for|at|on|with|there|here|as|in|out) (the|a|his|her|us|me|tomorrow|today|commission|government)
      (my|your|his|her|their|own|our) fault, to a fault, fault lines, at fault, errors of judgement, human errors, doctor's errors, without further delays, =down to, works well with, (delay|delayed) gratification, not working (class|today|tomorrow), (marriage|negotiations|talks) broke down, trial and errors, works great for
    `),
  },
  {
    id: 'comfort',
    name: 'Comfort and fit',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      comfortable, comfortably, comfy, comfier, uncomfortab*, discomfort, comfort, leg-room, head-room, leg room, elbow room, (hard|soft|lumpy|firm|comfy|single|double|big|huge|saggy) (bed|mattress|pillow|seat), mattress, pillow, (the|my|our) =bed, (the|our) =beds, bed (was|is|like), beds (were|are)
      (seat|seats|chair|chairs|saddle) (was|were|is|are|recline|reclines|reclined|hurt|hurts), recline, reclining, cramped, blister, (shoe|shoes|headset|headphones|strap|collar|glasses|bra|boots|it) (pinch|pinches|pinched|itch|itches|chafe|chafes|rub|rubs|digs), itchy, itches, chafe, chafes, chafing, scratchy
      so soft, (soft|softer) (fabric|to the touch|and comfy|leather|cotton|and warm|cushion|inside), super soft, air-conditioning, air-con, aircon, (room|rooms|cabin|bedroom|seat) (was|were|is|are) * (hot|cold|noisy|small|tiny|boiling|freezing|cramped|stuffy|spacious|quiet|huge|large|comfortable), stuffy
      (noisy|quiet|tiny|small|spacious|cramped|stuffy|hot|huge|large) (room|rooms|cabin|bedroom), thin walls, walls (are|were|so) * thin, could hear (the|our|everything|every), slept (well|badly|like|great|so), night's sleep, couldn't sleep, could not sleep, spacious, roomy, (smooth|bumpy|quiet|rough|harsh|firm|comfortable) ride, ride (is|was) * (smooth|bumpy|quiet|rough|harsh|firm), bumpy, ergonomic*
      (fit|fits|fitted) (perfectly|well|like a glove|snug|snugly|badly|too|me|great|nicely|comfortably|poorly|my), (perfect|good|great|bad|poor|snug|tight|loose|comfortable) fit, true to size, (run|runs|ran) (small|large|big), too (tight|loose|small for|big for|narrow), (light|lightweight) as a feather, lightweight, light-weight, cushion, cushioned, cushioning, (keep|keeps|kept) (me|you|us) (warm|dry|cool), breathable, back pain, (hurt|hurts|hurting) my (ears|feet|back|head|neck|wrist)
    `),
    except: list(`
      comfortable (majority|win|lead|victory), (won|win|wins) comfortably, comfort (food|zone|letter|women), too close for comfort, words of comfort, take comfort, southern comfort, bed and breakfast, bed bugs, comfortably (ahead|beat), (took|take) comfort, uncomfortable (truth|question|questions|with (the|his)), (went|go) to =bed, in bed with
      seat (was|is) (held|won|vacant|lost), soft drink, fitted my, fits my (needs|budget|bill)
    `),
  },
  {
    id: 'trust',
    name: 'Trust, safety and privacy',
    lens: 'experience',
    touchpoint: 'use',
    words: list(`
      (trust|trusts|trusted|trusting) (them|this|it|you|him with|with|these|that company|any of|the company|the brand|the bank), (don't|can't|cannot|never|wouldn't|not|do not|couldn't) trust, (lost|lose|losing|losing all|earn|earned|broke|betrayed|restore|rebuild|regain) * trust, (customer|public|consumer) trust, trust in (them|the company|the brand|this), trustworth*, untrustworth*, (breach|loss|erosion|lack|betrayal) of trust, distrust, mistrust
      scam, scammed, scammer, scamming, fraud, fraudulent, fraudster, swindl*, con artist, conned, dishonest*, honest (about|with me|with us|company|mechanic|business|people|advice|opinion from), (so|very|completely|totally|refreshingly|brutally) honest, lied (to|about), (lying|lies) (to|about), liars, mislead, misleading, misled, misleadingly, deceptive, deceiv*, deceit*, false (advertising|advert|claims|promises), fake (review|reviews|product|products|goods|discount), counterfeit
      privacy, (data|security) (breach|breaches|leak|protection|theft|broker|collection|harvesting|flaw|hole|vulnerability|issue|risk), leak* * (data|details|information|emails|passwords|records), (was|were|been|got|gets|account|accounts|being) hacked, hackers, cyber-attack, cyberattack, ransomware, phishing, malware, spyware, personal (data|information|details), my data, user data, customer data, where (the|my|your|our) data
      (sell|sold|selling|sells|share|shared|sharing|shares|stole|steal|stolen|give|gave) * (data|details|phone number|information|records), identity theft, (spy|spies|spied|spying) on, (listen|listens|listening) in, (track|tracks|tracking|tracked) (me|you|us|users|your every), someone else's (statement|bank|account|bill|order|details), surveillance
      transparency, transparent (about|with|pricing|company), lawsuit, class-action, (is|are|was|being|been|gets|got|were) (sued|fined|prosecuted), sues, suing, sued (over|for|by), fined (for|over|by), fine (of|for) * (million|pounds|dollars|breach|breaches), antitrust
      recall, recalled, recalls, (product|safety|health) (warning|alert|concern), safety, unsafe, =dangerous (product|chemical|toy|battery|for), food poisoning, fell ill, falls ill, (made|make|makes|making) (me|us|him|her|people|him|my son|my daughter|them) * (ill|sick), (got|was|were|been|getting) sick (after|from), food-borne, (catch|catches|caught|catching|on) fire, burst into flames, exploded, explod*, fire hazard, hazard, hazardous, hygiene, unhygienic, unsanitary
      (hair|mould|insect|glass|plastic|metal|cockroach|worm|fly|bug|maggot|mouse) in (my|the|it|our|a), mould on, allergen, allergens, allergic reaction, contaminat*, salmonella, listeria, e coli, carcinogen*, shady, sketchy, dodgy, untrustworthy, unethical, honour their, (can|could|do) be trusted
    `),
    except: list(`
      trust me, trust fund, (wildlife|nhs|national|charitable|investment|academy|property|family|housing|land) trust, trust that, trust (the weather|your instincts|your gut|fall), to be honest, (i|we|you|can|cannot|can't|could|don't|still|vividly|not|to|as far as i can|also|do|you'll|may|might|fondly) recall, recall (when|that|being|seeing|having|a time|election|staying|correctly|reading|hearing|how|what|why|the time|is on|vote|petition|ever|any), recalled (his|her|how|that|the day|a time|being|in an interview|to the|from|when), recalls (his|her|how|that|the day|being|when|a)
      total recall, safety (net|car), fine for me, (on) fire (with|this|lately), on the dangerous, wire fraud trial, (voter|election|electoral) fraud, (he|she) lied, safety blitz, fire sale, in my fraud, fraud squad
    `),
  },
];
