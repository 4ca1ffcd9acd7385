/**
 * Hard sentences for each shipped theme, of many trades: `+` speaks of it, `-` only looks so. They were written before the
 * word lists were. Of each theme every second sentence is held out: word lists are tuned on the others alone.
 */
const written = `
# quality
+ The soup was bland and the bread tasted like cardboard
+ Third pair this year and the sole has come off again
+ The stitching came undone after two washes
+ Feels solid in the hand, nothing creaks
+ The handle snapped off the first time I used it
+ Chicken was dry and overcooked, chips were soggy
+ Really well built for something this small
+ Arrived with a scratch right across the glass
+ Best flat white I have tasted in this city
+ The zip broke within a week
+ It is cheap plastic rubbish and falls to pieces
+ You can tell they use proper ingredients
+ The lining tore the second time I wore the coat
+ Poor build quality all round, the buttons wobble
+ Delicious pastries, always fresh
- She has the leadership qualities they were looking for
- He broke the record for the hundred metres
- I need some fresh air
- The news broke on Tuesday evening
- A matter of good taste in politics
- The rapper dropped a fresh verse about the chain
- They have solid finances and a solid plan
- Quality time with the family at the airport
- Our flight was broken into two legs
- The committee will taste defeat again
- Air quality in the city was poor this summer
- The company broke even last year
- Fresh elections were called in spring

# price
+ Eight pounds for a sandwich is daylight robbery
+ Not worth the money
+ They put their rates up every single January
+ I paid far too much for what it is
+ Surprisingly affordable for a city centre hotel
+ You get a lot for your money here
+ The cheapest fares I could find
+ A bit on the pricey side but fine
+ Premiums have doubled since I joined
+ Coffee costs more than my lunch now
+ Great value, two courses for twelve euros
+ The ticket was fifty euros dearer at the desk
+ Total rip-off, avoid
+ Half price on everything until Sunday
+ Their mortgage is the most expensive on the market
- The mistake cost him his job
- Shares were priced at ten dollars in the offering
- A priceless look on his face
- Freedom comes at a price
- She won a prize for the best essay
- We value your privacy
- The crash cost two lives
- Keep it at all costs
- That was a cheap shot from the minister
- The company is valued at two billion
- The boat was rated worth a visit by nobody
- House prices in the region fell by two per cent
- Our core values have not changed
- The share price dropped after the report

# delivery
+ My parcel went to the wrong house
+ Ordered on Monday, still not here two weeks later
+ The driver threw the box over the fence
+ Tracking says out for delivery since Thursday
+ It turned up three days early, nicely packed
+ Shipping took a month
+ Never received my order
+ Next-day delivery that takes a week
+ The courier claimed nobody was home
+ Left in the rain by the bins
+ Package was damaged in transit
+ Dispatched within the hour and here by morning
+ Half of the items were missing from the box
+ My new card still hasn't arrived in the post
+ The van never showed up in the slot they gave me
- She gave birth in the delivery room
- He failed to deliver on his promises
- The album delivers some fine moments
- A pickup truck blocked the road
- The bowler's delivery hit middle stump
- The army shipped out at dawn
- Her delivery of the joke was perfect
- The ships left harbour at noon
- He arrived late to the press conference
- The minister delivered a speech to workers
- I arrived at the hotel at ten
- This sequel really delivers
- We received an order from the court
- The chief executive delivered strong results

# support
+ Nobody answers the phone
+ I have emailed them five times without a reply
+ Their help desk fixed it in ten minutes
+ Passed from one department to the next for weeks
+ The agent on the chat was useless
+ On hold for an hour and then cut off
+ They replaced it under warranty without any fuss
+ Customer care is a joke
+ Got hold of a real human who sorted it out
+ Raised a ticket in March and heard nothing since
+ They refuse to honour the guarantee
+ Called their helpline twice today
+ My complaint was closed without an answer
+ My insurance claim has been stuck for four months
+ Service reps read from a script and cannot help
- Fans came out to support the team
- The bank supports local charities
- This phone supports two SIM cards
- The bridge needs more support beams
- A show of support for the striking nurses
- He placed the helpless bird in a box
- They called for a ceasefire
- The researchers claim that coffee is healthy
- The plane dropped support for the troops
- I have no complaints about the food
- Arch support in these shoes is lovely
- She is a supporting actress in the series
- The ticket for the concert was ninety euros
- Shares found support at forty dollars

# app
+ The app keeps asking me to sign in again
+ Can't log in since the update
+ I could not find the settings menu for ages
+ Very easy to use, even for my mother
+ Their website is a maze
+ The user interface is cluttered
+ Push notifications arrive hours after the goal
+ It took me ten minutes to set it up
+ The new layout of the home screen is confusing
+ Forgot my password and the reset mail never came
+ Please bring back dark mode
+ The site would not load my basket
+ Intuitive menus, I never needed the manual
+ It won't sync with my watch
+ The browser extension logs me out every day
- The building site next door was noisy
- We sat at the bar and shared two apps and a burger
- He will apply for the job
- She signed in the presence of a lawyer
- The camp site had no showers
- There is an interface between law and politics
- The menu had three vegan dishes
- Apparel sales fell in autumn
- A cookie with my tea would be nice
- The settings of the novel are gloomy
- He logged ten hours of flight
- A new update on the trial from our reporter
- The web of lies fell apart
- Keep me updated on the weather

# reliability
+ It crashes every time I open the camera
+ The whole network went down on Friday night
+ Stopped working after a month
+ Two years of daily use and not a single hiccup
+ My card machine was offline all lunchtime
+ The engine cut out on the motorway
+ It keeps freezing halfway through the film
+ They cancelled our flight an hour before boarding
+ Never lets me down
+ Full of bugs since version nine
+ The washing machine died after thirteen months
+ My train was delayed yet again
+ The dishwasher won't turn on any more
+ There was an outage across the country
+ Rock solid connection
- The car crash closed the road
- The stock market crash of last century
- A plane crashed in the mountains
- Freezing weather is on its way
- The government froze wages
- There were bugs in the bed
- He was down to earth and kind
- Police issued a reliable description
- Do not let the critics get to you
- The talks broke down on Sunday
- The regulator froze the merger
- A stable coalition is unlikely
- The horses were led to their stable
- The failure of the bank shook Europe
- Freeze the leftovers for later

# trust
+ They sold my phone number to advertisers
+ This is a scam, do not give them your card
+ Hackers stole the details of a million customers
+ I would trust them with my savings
+ The airline was fined for lying about its fares
+ Three people fell ill after eating the salad
+ They listen in on everything you say
+ The chargers were recalled because they catch fire
+ Completely honest about what was wrong with the car
+ The firm is being sued over misleading adverts
+ I got someone else's bank statement in the post
+ Fake reviews all over their page
+ There is a hair in it and mould on the lid
+ My account was hacked and they did nothing
+ No transparency about where the data goes
- I recall staying here as a child
- As far as I can recall, it was blue
- The trust runs twelve schools in the county
- He works at a wildlife trust
- Trust me, order the pancakes
- The hall has a trust fund
- A fine day out for the family
- To be honest I prefer tea
- Honestly the best cake in town
- The recall election is on Tuesday
- She sued her landlord last year
- Security guards stood at the door of the theatre
- A private dining room for twenty
- Social security payments rise in April
- I would not trust the weather

# innovation
+ Nobody else has thought of this before
+ They unveiled a folding screen in Berlin
+ The new feature saves me an hour a day
+ Feels like technology from ten years ago
+ First bank in the country to let you pay by palm
+ A truly clever idea
+ They were granted a patent for the hinge
+ Nothing new here, same phone as last year
+ Self-driving taxis start trials in May
+ State of the art kitchen
+ Would love to see an offline mode added
+ They keep copying everyone else
+ The brewery is testing a beer made from bread
+ A game changer for small shops
+ Their AI assistant writes the summary for me
- The rocket launch was postponed
- He launched an attack on the minister
- Police launched an inquiry into the fire
- A new store opens on Friday
- The patent leather shoes pinch
- New York was cold
- The film features two songs
- The facial features of the statue
- The party launched its campaign for the election
- It is a good idea to book early
- I have no idea why
- The launch party ended at two
- Her trial begins in May
- The boat launch is closed

# design
+ It looks gorgeous on the shelf
+ The new logo is hideous
+ Comes in lovely colours
+ Sleek and minimal, I adore it
+ The packaging is a work of art
+ Ugly as sin but it works
+ The bezels look dated
+ They redesigned the bottle and it is much prettier
+ Beautifully styled interior with brass lamps
+ An elegant little watch
+ The dress fits badly and looks nothing like the picture
+ Too bulky for a pocket
+ The curves of the bonnet are stunning
+ Love the look and feel of the new menus
+ Tacky decor and awful wallpaper
- The policy was designed to fail
- By design, the fund pays no tax
- A beautiful day by the sea
- People of colour spoke at the meeting
- He has designs on the top job
- Off-colour remarks got him sacked
- An ugly dispute over money
- Beautiful music and kind people
- An intelligent design debate in schools
- The style of government is firm
- The flag's colours were lowered
- The ugly truth about pensions
- Her elegant proof of the theorem
- It looks like rain

# people
+ The woman at reception could not have been kinder
+ Our waiter forgot half of the order
+ Cabin crew were rude from the start
+ Lovely team, always a smile
+ The mechanic talked down to me
+ Everyone who works there is so welcoming
+ Staff too busy on their phones to serve anyone
+ The bartender remembered my name
+ Shop assistant rolled her eyes at me
+ Arrogant salesmen, we left at once
+ The nurse was patient and gentle
+ The manager shouted at a customer
+ The engineer who came was polite and tidy
+ Attentive service all evening
+ The host ignored us for twenty minutes
- The football manager was sacked
- A friendly match against Wales
- Rude words were sprayed on the wall
- Environmentally friendly wrapping
- The chief of staff resigned
- The team won the cup
- A staff of oak
- Our children are very friendly
- A rude awakening for investors
- The user friendly menu
- A file manager for the desktop
- The fund manager sold its stake
- He hosted a dinner for the queen
- My friends and I went there
- A computer server failed

# workplace
+ Nine hundred jobs will go at the plant
+ Warehouse workers walked out over pay
+ They pay their riders less than the minimum wage
+ A toxic place to work
+ The union voted to strike
+ Best employer I have ever had
+ Staff were laid off by e-mail
+ The founder stepped down as chief executive
+ Bosses gave themselves a bonus while cutting staff
+ They are hiring two hundred drivers
+ Accused of using child labour in its factories
+ Unpaid overtime every week
+ Sexist culture at head office, says former employee
+ They make people come back to the office five days
+ Great benefits and flexible hours for the crew
- The European Union agreed on tariffs
- A credit union in Ohio
- Lightning strikes hit the tower
- The strike price of the option
- Works of art by unknown painters
- An air strike killed ten
- The striker scored twice
- What strikes me is the smell of the bread
- Hiring a car was easy
- We hired bikes at the desk
- Labour won the election
- The state of the union address
- Jobs said in an old interview that he liked fonts
- It was hard work to put together
- The cleaner wages war on dust

# sustainability
+ So much plastic around one apple
+ They use nothing but recycled cardboard
+ Cut its emissions by a third
+ Greenwashing at its finest
+ Palm oil in everything, shame on them
+ You can bring your own cup
+ The beans are fair trade
+ Runs entirely on solar power
+ The company poured sewage into the river
+ They throw away tons of edible food
+ Carbon neutral by the end of the decade, they say
+ A repairable phone at last, spare parts for ten years
+ Fur and leather are still on sale
+ Hens kept in tiny cages
+ The bags are compostable
- A hostile work environment
- The business climate is poor
- A waste of time and money
- The desktop environment is fast
- That growth is not sustainable, analysts say
- Plastic surgery clinic
- The political climate
- What a waste of an evening
- Carbon fibre frame
- Climate control in the car is superb
- Green light for the merger
- Organic growth of four per cent
- My plastic card was declined
- The room had a green carpet

# choice
+ Sold out again in my size
+ So many flavours to pick from
+ Nothing for vegans on the menu
+ Shelves were half empty
+ They stopped selling my favourite shampoo
+ Huge selection of wine
+ The catalogue of films has shrunk
+ Out of stock for weeks
+ They don't ship to Ireland
+ Limited menu after nine
+ Not available in my country
+ You can get every brand under the sun there
+ My local branch never has them in
+ They have discontinued the blue one
+ A wide range of tyres
- Stock prices fell
- A long range missile
- We had no choice but to leave
- The choice of words was poor
- Livestock was moved to safety
- He was not available for comment
- Natural selection is a theory
- The band played a sold out show
- The selection committee met
- The driving range is closed
- Stockholm is lovely
- Taking stock of the year
- The mountain range is white
- I would choose them again

# checkout
+ Placed an order and it vanished from my account
+ The voucher code was rejected at the till
+ Ordering ahead takes two taps
+ Self-checkout never works with my own bag
+ They gave me the wrong drink twice
+ The booking form would not accept my date
+ I reserved a table and they had no record of it
+ They got my order wrong again
+ My basket empties itself when I go to pay
+ It is easy to book a room online
+ Overbooked the flight and bumped us
+ Click and collect was ready in an hour
+ You cannot order without making an account
+ The check-out page times out
+ Pre-orders open on Friday
- Law and order
- Out of order sign on the lift
- In order to win you have to play
- The judge ordered a retrial
- I read a book on the plane
- Check out this view
- We had to check out at ten in the morning
- He kept the books for a living
- The doctor ordered rest
- An executive order was signed
- Nature reserve with herons
- Reserve your judgement
- The alphabetical order is wrong
- Gold reserves were sold

# billing
+ Charged me twice for one meal
+ They took the money before the trial was over
+ Hidden fees everywhere
+ My bill went up without a word
+ My card was declined though there is money on it
+ The invoice was wrong three months in a row
+ They only take cash
+ Direct debit left my account a week early
+ An unexpected roaming charge of sixty euros
+ You cannot pay by card
+ Billed for a service I never had
+ Transfers take four days to clear
+ Contactless payment works everywhere
+ They added a service charge without asking
+ I was overcharged for the bags
- The battery will not hold a charge
- Charge your phone overnight
- The man in charge of the kitchen
- He was charged with murder
- The bill passed the senate
- Pay attention to the signs
- Bill was a lovely host
- The police pressed charges
- The bird's bill is orange
- Charging cable included
- The old man paid tribute to the singer
- Fee-fi-fo-fum, said the giant
- It pays to be early
- Top billing at the festival

# subscription
+ It renewed by itself and I cannot switch it off
+ I have been a member for six years
+ My contract is up in June
+ The free trial turned into a yearly plan
+ Renewal quote was double last year's
+ Premium is worth it just to get rid of the ads
+ Points expire after a year
+ They keep trying to upsell me a bigger plan
+ Paying every month just to unlock the seats
+ Stamps on my loyalty card disappeared
+ Moved everyone to a monthly fee
+ I renewed my policy without shopping around
+ Cancelled my membership in January
+ My air miles are worth nothing now
+ Locked in for twenty-four months
- Renewed calls for peace
- The club's members voted
- Members of parliament met
- He signed a contract with the club
- The coach's contract was extended
- Renewable energy is growing
- A contract killer was caught
- The plan is to leave at six
- He got a prescription from the doctor
- Urban renewal in the north
- Members of the public were moved
- It made a good point about loyalty to the king
- Premium petrol
- The trial of the banker

# returns
+ They refuse to give me my money back
+ Still waiting for the refund
+ Sent it back and heard nothing
+ Impossible to close my account
+ I cancelled and they kept charging me
+ Free returns are a lifesaver
+ The cancellation line is never open
+ I am taking my business elsewhere
+ Exchanged the shoes without a receipt
+ They wanted a restocking fee
+ Deleted the app and never looked back
+ I had to post it back at my own cost
+ Switched to another provider last week
+ Forty days to return an unworn item
+ Left them after ten years
- I will return next summer
- The return of the king
- Tax returns are due
- Many happy returns
- She left a tip
- Turn left at the lights
- The fund had good returns
- The concert was cancelled because of rain
- A return ticket to Leeds
- Noise cancelling headphones
- The striker returns from injury
- He left the company in May to study law
- The switch on the wall is loose
- We will be returning customers for sure

# reputation
+ That advert is on every five minutes
+ Sponsors of the marathon
+ Everybody is calling for a boycott
+ Overhyped if you ask me
+ Saw their poster at the station
+ Their slogan makes me cringe
+ The influencer was paid to say so
+ My neighbour told me about them
+ Their new TV commercial made me cry
+ A household name in Norway
+ Never heard of them before last week
+ Terrible reviews online
+ The brand has gone downhill in the eyes of the young
+ The campaign was pulled after complaints
+ It went viral on social media
- He adds salt
- The election campaign is heating up
- Commercial property in London
- Commercial flights resume
- An ad hoc committee
- Her reputation as a judge is great
- A poster of the band on his wall
- The bill's sponsor is a senator
- Viral infections rise in winter
- Brand new tyres
- The advertised salary
- He hyped up the crowd
- A marathon of meetings
- The commercial vehicle was parked

# comparison
+ Much better than the other one I had
+ Is it as good as the more famous brand?
+ Half the price of its rivals
+ I compared four of them before buying
+ Nothing else on the market comes close
+ Any alternatives that are cheaper?
+ Miles ahead of the competition
+ Which one should I get, this or the blue one?
+ Worse than my old phone
+ Can't hold a candle to its competitors
+ I looked at three banks and chose this one
+ It beats the competition hands down
+ A good substitute for the expensive one
+ How does it stack up against the rest?
+ Top of the comparison table in May
- Better late than never
- Better safe than sorry
- The rival gangs clashed
- The competition was won by a child
- Compare the sky to the sea
- He is a competitor in the marathon
- Rather than wait, we left
- Alternative music night
- I have other plans
- More than ten people came
- The competition authority opened a case
- The rival teams drew
- An alternative medicine clinic
- Less than an hour away

# shops
+ The toilets were filthy
+ My local branch closed in May
+ Lovely atmosphere, candles and jazz
+ A new store opens in Leeds on Friday
+ No parking anywhere near
+ Too loud to hold a conversation
+ Tables were sticky
+ Open until midnight, handy after work
+ The lobby smells of smoke
+ Spotless kitchen, you can watch them cook
+ Nowhere to sit on a Saturday
+ A cosy little place round the corner
+ The aisles are a mess
+ Easy to reach by tram
+ The terrace has a view over the harbour
- I'll store it in the garage
- A branch fell off the tree
- What is in store for us
- Storage is full
- I could eat there all day
- A branch of mathematics
- Set in a quiet village, the novel drags
- The opening of the film
- Shop around for insurance
- The parking sensor beeps
- App store rating
- A close game
- Let's talk shop
- The data is stored in Ireland

# waiting
+ We waited fifty minutes for two coffees
+ The line was out of the door
+ In and out in five minutes
+ Slow service, quick bill
+ Food came straight away
+ Queued for an hour at check-in
+ It takes them forever to make a sandwich
+ No queue at all at eight
+ Loan approved the same day
+ Two hours in the waiting room
+ Everything took ages
+ The wait was worth it
+ Three weeks for an appointment
+ Our drinks came after the main course
+ Speedy check-in
- I can't wait to go back
- Wait, what
- The waiter was kind
- Bottom line, I love it
- The fast train to Rome
- Wait until you see the ending
- A slow song
- The line between art and life
- Fast food is unhealthy
- Slow cooker recipes
- A quick question about sizes
- The product line was extended
- They have been around for ages
- Take your time

# comfort
+ No legroom whatsoever
+ The bed was like a rock
+ These shoes gave me blisters
+ So soft I could live in it
+ Walls so thin I heard the neighbours sneeze
+ The seats recline flat
+ The headset pinches after an hour
+ Air conditioning was broken and the room was boiling
+ Slept like a baby
+ A very comfy sofa
+ The ride is bumpy at low speed
+ Cramped cabin
+ The collar itches
+ Perfect fit and light as a feather
+ Noisy room above the bar
- A comfortable majority in parliament
- He won comfortably
- Comfort food
- The room for error is small
- Take a seat on the board
- Too close for comfort
- Soft power abroad
- Bed and breakfast owners met
- Words of comfort to the family
- Make room for one more
- Lost his seat in the election
- A soft drink
- A uniform fits the soldier's image
- The seat of government

# performance
+ The battery is dead by noon
+ Pages load in a blink
+ Signal drops as soon as I enter the lift
+ It lags when I open two windows
+ Does forty miles to the gallon
+ Picture is crisp and the sound is huge
+ It takes ages to boot
+ Download speeds are half of what they promised
+ The fan is as loud as a jet
+ The camera struggles at night
+ Accelerates like nothing else
+ Barely any coverage in the village
+ It buffers all evening
+ It gets hot when I play games
+ Suction is weak on carpets
- A performance of Hamlet
- The band's performance was great
- Assault and battery
- Stock performance was weak
- Coverage of the election was fair
- Loaded with sugar
- A signal of things to come
- Speed limit on the bridge
- Media coverage of the recall
- Sounds good to me
- A camera crew waited outside
- Street performers on the square
- The screen adaptation of the novel
- The big picture
`;

export type Sentence = {
  theme: string;
  text: string;
  /** Whether it speaks of the theme. */
  speaks: boolean;
  heldOut: boolean;
};

/** All of them; each theme's finds and near misses are split one by one, so that both halves hold both sorts. */
export const sentences: readonly Sentence[] = written
  .trim()
  .split(/^# /m)
  .filter((part) => part !== '')
  .flatMap((part) => {
    const [theme = '', ...lines] = part.trim().split('\n');
    const count = { '+': 0, '-': 0 };
    return lines.map((line) => {
      const sort = line.startsWith('+') ? '+' : '-';
      count[sort] += 1;
      return { theme, text: line.slice(2), speaks: sort === '+', heldOut: count[sort] % 2 === 0 };
    });
  });
