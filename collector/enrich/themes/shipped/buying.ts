import { type KnownTheme, list } from './known-theme.ts';

/** Where and how people buy, what they pay, and how it reaches them: touchpoints buy, pay and deliver. */
export const buying: readonly KnownTheme[] = [
  {
    id: 'price',
    name: 'Price and value',
    lens: 'experience',
    touchpoint: 'pay',
    words: list(`
      price, pricing, pricey, pricier, priciest, over-priced, expensive, inexpensive, cheap, cheaper, cheapest, dearer, affordab*, unaffordab*, costly
      (good|great|best|poor|excellent|bad|fantastic|amazing|terrible|better|real|incredible|decent|outstanding|no) value, value for money
      worth (every|the money|the price|the cost|paying|the extra), not worth it, isn't worth it, worth it for, well worth it
      waste of money, wasted my money, money's worth, for (your|my|the) money, for what (it|you|they) (is|get|pay|are|charge), bang for
      rip-off, ripped off, rips you off, daylight robbery, extortion*, exorbitant, price gouging
      (cost|costs|costing) (more|less|a fortune|too much|an arm|twice|double|almost|nearly|over|only|about|around), (cost|costs|costing) * (pounds|dollars|euros|quid|bucks|pence|cents)
      (paid|pay|paying|charge|charges|charging) * too much, paid over the odds
      (put|puts|putting|push|raise|raised|raising|raises|hike|hiked|increase|increased|increasing) * (prices|fees|fares|premiums|charges), put * (rates|prices) up, (fares|premiums|premium|fees|rates|rent) * (doubled|gone up|went up|going up|rise|rising|increase|increased)
      (cheap|low|lower|high|higher|great|good) (fare|fares|rates), discount, half-price, bargain, (good|great|better|best|amazing|bad) deal, two for one, money off, (per cent|percent) off
      surcharge, shrinkflation, budget friendly, on a budget, reasonabl* priced, low-cost, cost of (living|it|this|a|the ticket|shipping), out of my budget, (can't|cannot|couldn't) afford (it|this|them|their|one|to buy|to eat|to pay|to stay)
      (save|saves|saved|saving) * money, (cost|costs|pay|paid|spend|spent|spending|charge|charges) * (a fortune|bucks|quid), bucks for, for * bucks, deals, for value, (good|great|a) deal on, overpay*
      (waste|wasting|wasted) (your|my|our|their|his|her) (money|cash), price drop, price cut, similarly priced, (same|similar|lower|higher) price
    `),
    except: list(`
      (share|stock|oil|house|home|gold|property|target|asking|consumer|commodity|gas|food|crude|wholesale|closing|producer|bitcoin) price, price (target|index|of oil|of gold|earnings), come* at a price, pay* the price, price to pay, price on his head, starting price
      priced at * (offering|share), share price, prices (fell|rose) * per cent, cheap (shot|trick|talk|thrill|joke), at all costs, discount (rate|window), (great|good) deal of, price in, expensive mistake, costly mistake
      price of (success|fame|freedom|failure|victory|peace|progress|democracy|admission to), raise * tax, minimum support price, support price, prices (may|to|fall|rise|soften|ease|firm|settle|jump|remain|up|down) * (on|per cent|pc), by a great deal, great deal (more|less|about)
      affordable care, (trade|smart trade|peace|nuclear|bad trade) deals, price data
    `),
  },
  {
    id: 'billing',
    name: 'Billing and payments',
    lens: 'experience',
    touchpoint: 'pay',
    words: list(`
      (charge|charged|charges|charging) (me|us|my|you|twice|double|extra|again|for), double charged, over-charged, overcharges, overcharging, overcharge
      (hidden|extra|additional|unexpected|late|booking|admin|roaming|bank|service|transaction|overdraft|baggage|cancellation|transfer|delivery|sneaky|monthly) (fee|fees|charge|charges|cost|costs), =fee, =fees
      (my|our|their|your|phone|monthly|electric|electricity|energy|hotel|final|wrong|surprise|huge|water|gas|restaurant) bill, bill shock, the =bill (was|came|is|arrived), (my|our|phone|energy|electricity|monthly|utility|gas|water|household|heating) bills, billed (for|me|us|twice|my), billing, invoice
      direct debit, standing order, bank transfer, (card|cards|payment|payments) * (declined|rejected|failed|refused), payment (method|methods|option|options|system|page|failed|plan|terminal|processing|details|error|problem|didn't|went|was|is|gateway|app|screen|issues), (card|online|mobile|late|missed|my|monthly|digital|automatic|recurring|contactless|take|took|taking|accept|for) =payment, (card|online|mobile|digital|monthly|late) payments, contactless, chip and pin, card machine
      (pay|paid|paying|pays) (by|with|in|via) (card|cash|phone|cheque|credit|debit), cash only, (only|don't|doesn't|won't|not) (take|accept|accepts|takes) * (cash|card|cards), no cards
      (take|took|taking|taken|takes) (the|my|our|your|extra) money, money * (taken|deducted|missing|out of my), deducted, unauthori*ed (charge|payment|transaction), (my|card|bank|failed|online|digital) transactions
      transfers * (take|took|clear|pending|failed), overdraft, exchange rate, (roaming) (charges|fees|data|costs|bill), (international|data|for) roaming, instalment, buy now pay later, pay later, currency conversion, credited (to|back to) (my|your|our)
    `),
    except: list(`
      charged with, charged for (murder|assault|theft|crimes), battery charge, charge for (hours|a full|the phone), charge (my|your) (phone|battery|car|laptop|device|watch|tablet|headphones|earbuds), charges (my|your) (phone|car|laptop|device)
      bill (passed|would|in the|that would|to ban|sponsor|has passed), (senate|house|crime|health|spending|reform) bill, top billing, (transfer|tuition|signing|legal) (fee|fees), bills (game|fan|fans|quarterback), fee fi, in charge
      charge us into, down payment on (peace|the future), (job|car) interview fee, transfer window
      charged for (a long time|long|hours|days), licence fee, (campaign|hush money|welfare|lobbying|ransom|aid|interest) (payment|payments), balance of payments
      take my money, takes your money and, advance billing, listing fee
    `),
  },
  {
    id: 'choice',
    name: 'Choice and availability',
    lens: 'experience',
    touchpoint: 'buy',
    words: list(`
      out of =stock, (in|back in) =stock, sold out, selling out, sells out, restocked, restocking of, restock the, back-order, well stocked, out of my size
      (great|huge|wide|good|poor|limited|big|large|vast|small|amazing|excellent|best|nice|better|terrible|broad|wider|full|smaller) (=range|variety|assortment), (huge|wide|poor|limited|big|large|vast|broad|wider|smaller|more|much|little|lots of) =choice, =choice of (food|drinks|dishes|wine|wines|beers|colours|sizes|flavours|styles|models|meals|plans|seats), variety of * (dish|food|flavour|colour|size|style|option|beer|wine|product|item|tea|drink|restaurant|game|show|topping|sauce), limited menu, (huge|big|large|extensive|short|small) menu
      (so many|more|many|few|lots of|plenty of|no|not many|fewer|enough|different) (options|choices|varieties|flavours|sizes|styles), (loads|tons) of (choice|options)
      discontinu*, (stop|stopped|stopping) (selling|stocking|making|carrying|producing), no longer (sell|stock|make|carry|available|sold|sells|stocks|makes|offer|offers), (please bring|bring it|bring them) back
      (don't|doesn't|do not|does not|won't) (stock|carry|sell|ship to|deliver to), (not|isn't|never|only|aren't) available (in|here|at|anywhere|online|yet|on|for), unavailable, availability, nothing available
      available in (my|our|your|the|all|most), nothing for (vegans|vegetarians|children|kids), (vegan|vegetarian|gluten-free|halal|kosher|veggie|dairy free) (option|choice|menu|dish|food|range)
      empty shelves, shelves * (empty|bare), (ran|always|they run|keep running|constantly running) out of, (hard|impossible|difficult) to find, can't find * (anywhere|any more), in my size, my size, in (any|every|all) size
      (film|music|game|games|back|product) catalogue, catalogue of, library of (films|games|songs|shows), nothing to watch, nothing worth watching, (good|great|new|better) (shows|content|movies|films), content library, every (brand|flavour|kind|colour|size)
      (never|always) (have|has) (them|it|any|what I), waiting list, limited edition, product range
      (beer|wine|food|drink|product|movie|music|game|tap|cheese|tea|great|good|wide|huge|nice|eclectic|big|small|poor|limited|large|amazing|excellent|best|book|whisky|menu) * =selection, =selection (is|was|here), =selection of * (beers|wines|foods|dishes|products|books|games|films|teas|clothes|shoes|items|drinks)
    `),
    except: list(`
      mountain range, (long|short|medium) range (missile|weapon|forecast), no choice, of choice, choice of words, natural selection, selection (committee|process|panel), (sold out) (show|concert|gig|tour|stadium|arena), a sold out
      available for comment, out of (the (way|house|blue|question|box|door|car|woods|country|running|water|game|race)), price range, range of (emotions|motion|issues|opinion|opinions), in stock (market|markets|price|prices|exchange), driving range, run* out of (time|patience|luck|money|town|excuses)
      jury selection, selection sunday, (player|team|candidate|judicial|running mate|draft) selection
      fuel availability, feature selection, selections in, any choice, (job|power|water|coal|cash|data) availability
    `),
  },
  {
    id: 'checkout',
    name: 'Ordering and checkout',
    lens: 'experience',
    touchpoint: 'buy',
    words: list(`
      (placed|placing) * order, place (an|my|our|your|another) order, my order, (wrong|incorrect|mixed up|messed up|lost|forgot|ruined|botched|screwed up) * order, (got|get|gets|getting) * order (wrong|right), (my|our|the whole) order (was|is) (wrong|incorrect|right|correct)
      (wrong|incorrect) (order|item|drink|food|size|coffee|dish|product|meal|colour|burger|pizza), (order|ordered|ordering|orders) (online|ahead|through|via|from their|on the app), ordering (system|process|ahead|app), cannot order, can't order, couldn't order
      pre-order, order-ahead, mobile order, check-out (page|process|line|till|counter|button|screen|form|times|failed|online), (at|self|self-service|self service|through) check-out, self-checkouts, =checkout, =checkouts
      (shopping|my|empty) (basket|cart), (in|to|from) the (basket|cart) (page|and|then|but), add* to (basket|cart), (book|booked|booking) * (online|table|room|flight|flights|ticket|tickets|appointment|seat|seats|holiday), =booking, =bookings, double booking
      (reserve|reserved|reserving) * (table|room|car|seat), =reservation, reservations (for|at|are|online|were|recommended), make reservations, over-booked, overbooking, overbook, double booked, click and collect
      voucher, promo-code, discount code, coupon, gift card, guest checkout, (make|making|create|creating|need) * account, at the till, tills, minimum order, kiosk
      (apply|applied|applying) for (a|an) (loan|card|account|mortgage|credit), (open|opened|opening) (an|a) (account|bank account), sign-up (process|page|form), collect my order, tickets online
    `),
    except: list(`
      check out (this|that|the|my|our|these|at|of|time|some|their|his|her|what|how), out of order, law and order, in order, executive order, doctor ordered, court order, (a|any|no) reservations about, without reservation, (indian|native|tribal) reservation, nature reserve
      booking agent, police booking, yellow booking, (bank|email|twitter|facebook|user|social media|savings) account (was|of), make no account
      profit booking, reservations (people|against), profit-booking, (small|large|deep|serious|some|strong) reservations
    `),
  },
  {
    id: 'people',
    name: 'Staff and service',
    lens: 'experience',
    touchpoint: 'buy',
    words: list(`
      staff, (an|one|the|your|this|rude|helpful|friendly|store|every|another) =employee, employees (were|was|who (work|worked|helped)|are (so|very|always|rude|friendly|nice|helpful|great)), barista, waiter, waitress, waitstaff, wait-staff, bartender, barman, receptionist, cashier, salesman, salesmen, saleswoman, salespeople, salesperson, sales (person|people|assistant|associate|clerk|rep|guy)
      shop assistant, cabin crew, crew (was|were), flight attendant, air hostess, stewardess, front desk, at reception, reception (staff|desk|area), (hotel|the) reception (was|were|is) * (friendly|rude|helpful|closed|unmanned|slow), concierge, hostess, (our|my) server, the server (was|brought|took|came|forgot|never)
      (the|store|duty|shop|hotel|branch|restaurant|floor|a) manager (was|came|told|said|shouted|refused|apologised|who|at|on), (speak|spoke|talk|talked) to * manager, asked for * manager, (store|duty|shop|hotel|branch|restaurant) manager
      friendly (staff|people|team|service|welcome|and|smile|faces), (very|so|super|really|always|extremely|most|not|was|were|are) friendly, unfriendly, rude, rudeness, rudely, polite, politely, impolite, courteous, discourteous, attentive, inattentive, (very|warm|and|so|not|was|were|is|are|always) welcoming, unwelcoming, hospitality
      (good|great|excellent|terrible|poor|bad|slow|friendly|amazing|awful|worst|best|prompt|attentive|fantastic|horrible|outstanding|wonderful|impeccable|exceptional|superb|lousy|crappy|better|mediocre|customer|table|quick|fast) service
      service (is|was|were) * (good|great|excellent|terrible|poor|bad|slow|friendly|amazing|awful|prompt|attentive|fantastic|horrible|outstanding|wonderful|impeccable|exceptional|superb|lousy|ok|okay|fine|rude|nice|fast|quick|lacking|spotty), (food|drinks|atmosphere|ambience|prices) and (the) service, and service, the service (was|is|here|we|at|and)
      technician, (the|an) engineer (who|came|was|arrived), =mechanic, (the|my) (nurse|dentist|doctor|driver|instructor|guide|adviser|advisor) (was|were|is|who|could)
      (lovely|great|helpful|amazing|fantastic|wonderful|nice|brilliant|kind|caring) (team|guys|lady|ladies|bunch|host|hosts|staff), (staff|they|team|he|she|guys|everyone|guy|lady|people|waiter|driver|crew|manager|friendly|polite|nice|kind|knowledgeable) * helpful, unhelpful
      (shouted|yelled|swore|screamed) at (me|us|a|my), (rolled|rolls) * eyes, (talk|talked|talks|talking|looked|spoke) down (to|on|at), condescending, arrogant, served by, (bad|poor|great|terrible|surly|good) attitude, (kind|kinder|patient|professional) and, have been kinder
      (the|a) (woman|man|lady|guy|girl|boy|person) (at|behind) (the|reception), ignored (me|us), (our|the) host (was|ignored|greeted|were|is), doorman, bouncer, who (works|work) there
      (awesome|incredible|stellar|phenomenal|sub-par|dreadful|appalling|lovely|kind|rude|unprofessional|professional|pleasant|unfriendly) service, service (i|we) received, unprofessional
    `),
    except: list(`
      chief of staff, staff of (oak|wood), rude (awakening|health|word), (user|eco|environmentally|family|dog|pet|budget|child|kid|wallet|climate|planet) friendly, a friendly (match|game), friendly (match|game|against), (football|fund|file|password|project|product|hedge|money|campaign|task|package|stage) manager
      (secret|public|civil|health|postal|military|internet|streaming|web|armed|social|news|prison|national|subscription|fire|park|marine|bus|train|rail|delivery|online|phone|mobile|cell|customer|wireless|cable|banking) service, and service (provider|sector|industry|industries|members|charge), (former|ex) employee, polite society
      the service (sector|industry|industries|provider|charge|economy|of|fee), staff (cuts|writer|reporter|sergeant), goods and service, (products|product|devices) and service, mechanic of, the mechanics
      staff (crunch|shortage|shortages|members in), ex-staff, (white house|congressional|campaign|senate|federal|committee|pentagon|joint) staff, staffers, (federal|government|state|public) employee, nice man
    `),
  },
  {
    id: 'shops',
    name: 'Shops and premises',
    lens: 'experience',
    touchpoint: 'buy',
    words: list(`
      (this|my|local|your|their|our|nearest|high street|flagship|new|every|closest|that) (=store|branch|shop|location|restaurant|cafe|café|showroom), new (stores|shops|branches|locations|restaurants|cafes|hotel)
      (store|shop|branch|restaurant|cafe|café|hotel|outlet|stores|shops|branches) * (opens|opened|opening|closed|closing|closes|closures|close), (open|opens|opening|opened|opened|close|closing|closed|closes|shut|shutting) * (stores|shops|branches|outlets|cafes|restaurants|showrooms), in-store, in the shop
      opening (hours|times), open (until|till|late|on sundays|early|all night|24), closed (early|on mondays|on sundays|for refurbishment), parking, car-park
      toilets, (the|clean|dirty|disabled|customer|filthy|disgusting|no) (toilet|restroom|bathroom|washroom) (was|is|had|smelled|smells), restrooms, (clean|dirty|filthy|disgusting) (bathroom|bathrooms|toilet|restroom), cleanliness, filthy, spotless, (clean|dirty|messy|grubby|tidy|sticky) (table|room|bathroom|floor|place|kitchen|restaurant|store|shop|hotel|toilet), (tables|floor|floors|room|rooms|kitchen|place|carpet) (was|were|is|are) * (clean|dirty|sticky|messy|filthy|spotless)
      (great|good|nice|lovely|cosy|relaxed|pleasant|warm|friendly|no|the|cool|fun|bad|amazing|fantastic) =atmosphere, atmosphere (is|was), ambience, ambiance, vibe, cosy, (very|so|too|always|was|is|gets|not) crowded, packed out, (place|restaurant|bar|music|it) (is|was|gets) * too loud, (too loud) to, loud music, music * (loud|jazz|live), live music, seating, nowhere to sit, somewhere to sit, outdoor (seating|tables|seats), terrace, patio, rooftop (bar|terrace|pool|restaurant), (the|hotel) =lobby (was|is|smells|smelled|looked), (narrow|wide|messy|tidy|the|cluttered) =aisles
      (great|perfect|good|convenient|central|handy|lovely|bad|prime|excellent|best) location, location (is|was), (centrally|conveniently|well|ideally) located, easy to (reach|get to), (walk|walking) distance, view (over|of|from) the, (nice|great|lovely|amazing|stunning|sea|ocean) (view|views), window display, high street
      =drive =through, =drive-thru, wheelchair (access|accessible|friendly|users|user), step-free, (little|nice|lovely|cute|great|small|cool|cosy|charming|quiet) (place|spot|cafe|café|restaurant|hotel|shop), place (was|is) (packed|clean|dirty|nice|lovely|busy|empty|small|tiny|huge), (beautifully|nicely|tastefully|well|elegantly) decorated, changing room, fitting room
    `),
    except: list(`
      app store, play store, (online|web|data|password|key|value|dark|drug) store, in store for, parking (sensor|brake|assist|camera|ticket), talk shop, shop around, branches of, branch (of mathematics|of government|of science|fell), (executive|legislative|judicial|git|olive) branch, (in|find|found|right|first|took|take) * place, political atmosphere, earth's atmosphere, the atmosphere (of|is (tense|warming))
      quiet (village|spot on)
      (both sides|across|side|down) * aisle, that stores, (ace|bse|hotel industry) lobby, lobby group, (gun|oil|israel|industry|business) lobby, toilet (paper|seat|seats)
    `),
  },
  {
    id: 'waiting',
    name: 'Waiting and speed of service',
    lens: 'experience',
    touchpoint: 'buy',
    words: list(`
      waited, waiting (over|more|an hour|time|times|ages|forever), (wait|waiting) for (table|food|drink|drinks|order|bill|taxi|call|someone|staff|service|check|waiter|waitress|doctor|appointment|over|an hour), wait (time|times|an hour|over|so long|ages|in line|to be (seated|served)|at least|forever), (wait|waiting) * (minutes|hours|weeks|months)
      (long|longer|short|the|no|an hour|hour|never a|without a|any|bit of a) =wait, queue, queuing, (long|longest|huge|no|endless|short) (line|lines), line (was|is) (long|out|huge|short|around|ridiculous), lines (are|were) (long|out|huge|short), (line|lines|queue) (out of|around) the, (stand|stood|standing|waiting|wait) in (line|a line)
      (slow|quick|fast|prompt|speedy|swift|quicker|faster|slower) (service|check-in|turnaround|response|checkout), service (is|was) * (slow|quick|fast|prompt|speedy)
      (take|takes|took|taking) * (ages|forever|so long|too long|over an hour|an hour|half an hour|an eternity), (take|takes|took|taking) * (minutes|hours|weeks|months) to (get|be|bring|serve|make|come|reply|arrive|process|approve), takes so long
      in and out in, came (straight away|right away|quickly|immediately|fast), served (quickly|straight away|promptly|immediately|within), seated (quickly|immediately|right away|promptly|within)
      approved (same day|within|in minutes|the same day), (minutes|hours|hour|weeks) =late, before (we|I|anyone) (was|were|got) served, weeks for (an|my) appointment, (next|earliest|get an) appointment, painfully slow, so slow, dreadfully slow, drinks came after
      (minute|minutes|hour|hours|week|weeks) wait
    `),
    except: list(`
      can't wait, cannot wait, couldn't wait, can not wait, wait (until|till) you, wait for it, wait and see, waiting to happen, the wait is over, same day delivery, hardly wait, waiting for the (next|new|sequel), (in|hours|minutes) later (he|she|police|they|officials)
      line of, the line between, product line, (bottom|front|story|punch|dead|tag|subject|first|command) line, out of line, lying in wait, wait a (minute|second)
    `),
  },
  {
    id: 'delivery',
    name: 'Delivery',
    lens: 'experience',
    touchpoint: 'deliver',
    words: list(`
      delivery, delivered, undelivered, redeliver*, deliver (to|it|on time|my|the|our|food|in|within|here|anywhere), delivers (to|on time|food|in|within|here), delivering (to|my|the|food), deliver* * (parcel|parcels|package|order|orders|food|item|items|letter|goods|box|groceries|wrong|late)
      courier, parcel, postage, =shipping, shipped, shipment, shipments, ships (to|from|within|in|quickly), ship (to|it to|within), tracking (number|says|info|information|page|link|code|showed|shows|details), (track|tracking) my (order|parcel|package), (dispatched|despatched) (within|on|the same|from|quickly|my|late|the next), (dispatch|despatch) (time|email|note|date)
      (arrive|arrived|arrives|arriving) (late|early|damaged|broken|on time|today|yesterday|quickly|within|two|three|a week|a day|days|safely|promptly|cold|next day|with), (arrive|arrived|arrives|arriving) in (two|three|perfect|good|time|one|less|great|pieces|the post|the mail), (order|parcel|package|item|box|card|letter|product|books|shoes|furniture|sofa|food|phone) * (arrive|arrived|arrives|arriving)
      (never|hasn't|didn't|not|still hasn't|has not|have not|haven't|yet to) * (arrive|arrived), =turned up * (early|late|damaged|broken|days|on time), turned up (early|late|damaged|broken), still not here, is not here, still waiting for (my|the|our) (order|parcel|package|delivery|item|card), where is my (order|parcel|package|delivery|food)
      (never|not|haven't|hasn't|didn't|have not|still not) (received|got|receive|get) * (order|parcel|package|item|items|letter|card|delivery|product|delivered), (order|parcel|package|item) * (never received|never came|never showed|lost|missing), damaged in (transit|the post|shipping), lost in (the post|transit|the mail), (my|the|a|this) package (arrived|was|never|came|got|is|has|hasn't), package (arrived|never|came|delivered|got)
      (left|leave|dumped|threw|leaving) * (doorstep|porch|neighbour|fence|outside|in the rain|by the bins|at the door), doorstep, letterbox, driver * (left|threw|claimed|never|dumped|couldn't), out for delivery, next-day (delivery|shipping|service|air|dispatch), (delivery|time) slot, (in|by) the post, depot
      missing (item|items|parcel|from my|from the order|from the box), (items|item|parts|half) * missing, (nicely|well|badly|poorly|carefully) (packed|packaged|wrapped), pick-up point, parcel locker, (customs|import) (fee|charge|duty|charges|fees), van never
    `),
    except: list(`
      delivery (manager|managers|lead|leads|director|hero), (head|director|vp) of delivery
      delivery (room|ward|boy scout|nurse|system of|of the (joke|line|speech|baby)), (baby|birth|forceps|vaginal|bowler's|vocal|comic|joke|her|his|drug|vaccine|line|dialogue|deadpan|aid|service) delivery, delivery of * (joke|line|lines|speech|aid|baby|lecture|punchline)
      (deliver*) * (speech|speeches|lecture|message|keynote|performance|performances|win|victory|returns|profit|profits|growth|remarks|address|verdict|blow|results|promise|promises|ultimatum|baby|babies|punch|sermon|laughs|moments), delivered (on|by the actors), shipped (out|off), dispatch* * (troops|police|officers|soldiers|ambulance|navy), package (holiday|deal|tour|holidays|manager), (stimulus|aid|rescue|bailout|benefits|pay|relief|software|economic|compensation|redundancy|data|the whole|complete|spending|total) package
      arrived (late|early) (to|for|at), shipping (lane|forecast|container|line|company|industry|routes), still not here to, in the post office
      delivered (his|her|its|an|the final|the opening|the keynote|remarks|quietly|what), land parcel, (dollar|gold|futures|physical) delivery, delivery (in|based) (futures|trade|volumes)
    `),
  },
];
