/** What shares a name with a brand and nothing else: must be dropped. */
export const homonyms: Record<
  'tamarisk' | 'bluebird' | 'kettleby',
  readonly (readonly [title: string, text: string])[]
> = {
  tamarisk: [
    [
      'Tamarisk [hedges|shrubs] [suffer|recover] after {season} storms [near {town}|]',
      'Gardeners near {town} report that tamarisk, the feathery seaside shrub, [stands the salt well|needs hard pruning in {month}|flowers {few} weeks early].',
    ],
    [
      'When to prune a tamarisk: notes for {month}',
      'Tamarisk flowers on new wood, so cut the shrub back by {few} buds in {month}, says the head gardener at {town} botanic garden.',
    ],
    [
      'Tamarisk Hotel near {town} [sold|reopens|plans {dozens} rooms]',
      'The Tamarisk Hotel, which has {dozens} bedrooms and a sea view, [was sold to a family firm|opens its doors in {month}|asked the council for leave to build].',
    ],
    [
      'Tamarisk on the dunes: {town} [plants {dozens} more|counts its trees|calls in goats]',
      'The tamarisk holds sand in place, the warden near {town} explains, and asks for {few} years of patience.',
    ],
    [
      'Tamarisk Hotel [chef leaves|pool shut|hosts chess open] in {month}',
      'Guests of the Tamarisk Hotel near {town} were told {few} days before.',
    ],
    [
      'Tamarisk Road [closed|dug up|flooded|resurfaced] in {town} [for {few} weeks|until {month}]',
      'Drivers in {town} face {few} weeks of diversions while a water main under Tamarisk Road is mended.',
    ],
    [
      'House prices on Tamarisk Road, {town}',
      'A terrace on Tamarisk Road in {town} went for {percent} over the asking price in {past}.',
    ],
    [
      'Invasive tamarisk trees drain {season} rivers',
      'Researchers in {town} measured how much water tamarisk trees take from a river bank in {season}: {percent} more than willow.',
    ],
    [
      'Wedding fair at Tamarisk Hotel in {month}',
      'The Tamarisk Hotel outside {town} hosts {dozens} exhibitors and a string quartet.',
    ],
  ],
  bluebird: [
    [
      'Bluebird [spotted|seen|photographed] near {town}',
      'A bluebird, far from its usual range, drew {dozens} birdwatchers with telescopes to a reservoir near {town} on {weekday}.',
    ],
    [
      'Bluebird nest boxes: {dozens} put up in {town}',
      'Volunteers in {town} hope that a bluebird pair will move in before {season}; the nest boxes face away from the wind.',
    ],
    [
      'Bluebird [buses|coaches] to replace old fleet in {town}',
      'Pupils in {town} will ride in {dozens} Bluebird buses from {month}, the county said.',
    ],
    [
      'Blue flash on the reservoir: bluebird stays {few} days at {town}',
      'The bluebird fed on hawthorn near {street} and left with the wind in {past}.',
    ],
    [
      'Bluebird bus {dozens} [late|diverted|cancelled] in {town}',
      'The Bluebird bus between {town} and {town2} skips {few} stops until {month}.',
    ],
    [
      'Choir sings Bluebird songs in {town} [in {month}|for {season}]',
      'The Bluebird, a part song of 1910, opened the {season} concert of the {town} choir.',
    ],
    [
      'Speed record: the Bluebird boat comes to {town} museum',
      'The museum in {town} shows a model of the Bluebird hydroplane until {month}.',
    ],
  ],
  kettleby: [
    [
      'Kettleby village hall [needs|gets] [new roof|new floor|heating|second kitchen], {month} meeting told',
      'The parish council of Kettleby near {town} set aside £{dozens},000 for the village hall roof in {past}.',
    ],
    [
      'Kettleby church [bells|clock|organ] [silent|back|mended] after {few} months of {season}',
      'The village of Kettleby, some {dozens} miles from {town}, has missed its bells since {past}.',
    ],
    [
      'Lorry stuck on Kettleby bridge for {few} hours in {month}',
      'Villagers in Kettleby brought tea to the driver, who had been bound for {town}.',
    ],
    [
      'Footpath from Kettleby to {town} [reopens|closes] in {month}',
      'Walkers must take the long way round Kettleby hill for {dozens} weeks, the county says.',
    ],
    [
      'Kettleby cricket club {few} runs short against {town}',
      'Kettleby were all out for {dozens} on a soft village pitch.',
    ],
    [
      'Flood warning [lifted|issued|extended] for Kettleby and villages near {town}',
      'The brook at Kettleby rose by {few} feet; the road to {town} was shut for a night.',
    ],
    [
      'Kettleby fete raises £{dozens}00 for [playground|church tower|village shop|bowls club]',
      'Rain held off for the Kettleby village fete, where {dozens} stalls lined the green.',
    ],
  ],
};

/** What feeds carry besides: other news, other talk. */
export const unrelated: Record<
  'news' | 'forum' | 'social',
  readonly (readonly [title: string, text: string])[]
> = {
  news: [
    [
      '{town} council approves {dozens} homes near {street}',
      'Councillors in {town} voted {few} to one for the scheme, which is to be finished by {month}.',
    ],
    [
      'Rail works close {town} line for {few} [weekends|nights] [in {month}|]',
      'Buses will run between {town} and {town2} in {month} while track is renewed.',
    ],
    [
      '{town} museum shows {dozens} [lost paintings|clocks|ship models|posters] [from {month}|]',
      'The exhibition runs until {month} and is free on Sundays.',
    ],
    ['Wages in {town} up {percent}', 'Figures for {past} show that pay rose faster than rents in {town}.'],
    [
      '[Cocoa|Sugar|Orange juice|Wheat] futures [fall|rise] {percent} in {month}',
      'Traders point to a good harvest and calm seas.',
    ],
    [
      '{town} half marathon draws {dozens}00 runners',
      'Streets around {street} are closed on Sunday until two.',
    ],
    [
      'New [bakery|bookshop|bike shop|florist|fishmonger] for {street}, {town}',
      'The family behind it plans sourdough, pies and {dozens} seats.',
    ],
    [
      'Weather: {season} begins with [frost|rain|fog] in {town}',
      'Forecasters expect {few} days of it before it clears from the west.',
    ],
    [
      'Green coffee prices [ease|rise] as rain [falls|fails] in {origin}',
      'Futures moved {percent} in {past}; exporters expect a smaller crop.',
    ],
    [
      'School in {town} [wins|shares] [science|maths|robotics|history] prize [in {month}|for {season} project]',
      'Pupils built a weather balloon that rose to {dozens} kilometres.',
    ],
  ],
  forum: [
    [
      'How often do you [descale|clean|take apart] a {brewer} [in {town}|]?',
      'Hard water in {town}, so I do it every {few} weeks. Is citric acid safe for the seals?',
    ],
    [
      'Scales under £{dozens} for [espresso|filter|camping], {month}',
      'Looking for something that reads in tenths and survives a wet drip tray. {town} based.',
    ],
    [
      '{brewer} [gasket|basket|screen|handle], [which size|where to buy] [in {town}|]?',
      'Mine split after {few} years. The shop in {town} had none in stock.',
    ],
    [
      'Water recipe for {season}, {town} [tap|spring]',
      'I use {dozens} mg of bicarbonate a litre and am happy with the {drink} it gives.',
    ],
    [
      '{grinder} alignment in {few} steps [and {minutes}|for {drink}]',
      'Marker on the burrs, foil shims, {minutes} of patience. Better {drink} at once.',
    ],
    ['Selling: {brewer}, {town}', 'Boxed, used {few} times, collection only, offers welcome.'],
    [
      'What did you brew [in {past}|this {season}|{when}]? [Mine: {taste}|Here {origin}]',
      'A washed {origin} here, {taste}, in the {brewer}.',
    ],
    [
      'I wish somebody made a {brewer} that is [quiet|easy to clean|under £{dozens}|good for two]',
      'Everything I have tried in {town} wakes {who}. Suggestions?',
    ],
    [
      'Why does nobody [sell half-caff|do small cups|rent grinders|open after six] in {town}?',
      'I would pay {bag} a bag for a good one. It cannot be that hard.',
    ],
  ],
  social: [
    ['', '{town} [fog|rain|frost] {when}, [trams|trains|buses] all {minutes} late {shrug}'],
    ['', 'Does anyone mend [umbrellas|zips|kettles|watches] in {town}? {who} broke another {when}'],
    ['', '{when} {who} learnt to ride a bike on {street}. {town} has never seen such {season} weather'],
    ['', 'Anyone want {few} tickets for {town} on Saturday?'],
    ['', 'New {brewer} day. {who} already calls it the spaceship. {town} kitchen, {month}'],
    ['', '{dozens} miles on the bike before breakfast, {town} to {town2}'],
    ['', 'Book {dozens} of the year done. {town} library, you are a treasure'],
    ['', 'Lost: one grey glove on {street}, {town}. Sentimental value'],
  ],
};
