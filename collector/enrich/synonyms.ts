/** Words that editors put for one another in news; the first of a line stands for all. English, in their plain forms. */
const groups = `
say said says state states stated claim claims add adds added tell told inform informed
announce announces announced unveil unveils unveiled reveal reveals revealed confirm confirmed disclose disclosed
company firm business group maker
shop store outlet branch
shops stores outlets branches
customer shopper consumer buyer
customers shoppers consumers buyers
worker employee staff
workers employees personnel staffers
job post role
jobs posts roles positions
open opens opened opening launch launches launched launching
start starts started begin begins began
buy buys bought acquire acquires acquired purchase purchases
rise rises rose climb climbs climbed increase increases increased grow grows grew gain gains jump jumps jumped
fall falls fell drop drops dropped decline declines declined slide slides slid sink sinks
cut cuts axe axes axed slash slashes slashed shed sheds reduce reduces reduced
big large huge major vast
new fresh latest
plan plans planned intend intends aim aims
chief boss head ceo leader
help helps assist assists aid
quick quickly rapid rapidly fast swiftly
show shows reveal reveals suggest suggests
deal agreement pact
win wins secure secures land lands
fine fined penalise penalised
near close
about around approximately roughly nearly almost
expect expects expected forecast anticipated
warn warns warned caution cautioned
want wants seek seeks
after following
because since
also additionally
problem issue fault
cost costs expense expenses
purchase acquisition takeover
profit profits earnings
revenue turnover sales
end ends finish finishes conclude
build builds construct constructs
choose pick select
important key crucial
`;

const canonical = new Map<string, string>();
for (const line of groups.trim().split('\n')) {
  const [first = '', ...others] = line.trim().split(' ');
  for (const word of others) if (!canonical.has(word)) canonical.set(word, canonical.get(first) ?? first);
}

/** The word that stands for all which an editor may put for this one. */
export const rootOf = (word: string): string => canonical.get(word) ?? word;
