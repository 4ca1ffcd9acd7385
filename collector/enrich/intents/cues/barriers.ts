import type { Barrier } from '../rule.ts';

/** What somebody is at work. */
const jobs = `accountant|actor|administrator|advisor|agent|analyst|apprentice|architect|assistant|associate|barista|buyer|cashier|ceo|cfo|chef|cleaner|clerk|coach|consultant|contractor|cook|coordinator|courier|cto|designer|developer|director|doctor|driver|economist|editor|electrician|employee|engineer|executive|freelancer|graduate|intern|journalist|lawyer|lead|manager|marketer|mechanic|nurse|officer|partner|pharmacist|pilot|president|producer|programmer|receptionist|recruiter|rep|representative|researcher|salesman|salesperson|scientist|secretary|specialist|strategist|supervisor|teacher|technician|temp|trainee|trainer|vp|waiter|waitress|welder|worker|writer`;
/** What nobody likes. */
const pains = `pain|suffering|misery|torture|waiting|queues|queueing|queuing|delays|headache|headaches|frustration|stress|disappointment|disappointments|wasting|losing|throwing|burning|trouble|bugs|crashes|outages|lag|scams|scammed|ripped|robbed|ignored|lied|punishment|chaos|overpaying|stale|broken|terrible|awful|horrible|dreadful|useless|rubbish|garbage|disgusting|rude|bland|disasters|nightmares`;
const shops = 'amazon|walmart|ebay|target|costco|tesco|aldi|aliexpress|temu|etsy|resellers|marketplace|@them';

/** Contexts in which cues of the intents mean something else. */
export const barriers: readonly Barrier[] = [
  // Work for the brand: who joins or leaves it there is no customer.
  {
    intents: ['join', 'leave', 'stay'],
    within: 'text',
    cues: [
      `@us ~5 as a|an|the|their|our|its|chief|head|senior|junior|lead|interim? ~3 ${jobs}`,
      '@us ~5 as ceo|cto|cfo|coo|chair|chairman|chairwoman|chairperson',
      'my|our|his|her last|final day at|is|was|with|today|tomorrow|as|here|$',
      'resign|resigned|resigning|resignation|internship|internships',
      'salary|salaries !account|accounts|payment|payments',
      'hired me|him|her|us|as',
      'was|were|been|got|get|getting|be|freshly hired !a',
      'laid off',
      'notice period',
      'in|gave|handed|give|hand my|our notice',
      'my|our|the|their|his|her|lovely|great ~1 colleagues|coworkers|teammates at|there|and|for|from|will',
      'miss|thank|thanks|to ~2 colleagues|coworkers|teammates',
      'new|my|dream|first job|role|position at|with|as|starts|there',
      'cost me|us|him|her my|our|his|her ~1 job|career',
      'job|work|working|worked|career|offer|interview|interviewed at|with @us',
      '@us payroll|career|interview|internship',
    ],
  },
  // A place or a circle of the brand's, or one that is called like it.
  {
    intents: ['join', 'leave'],
    within: 'sentence',
    cues: [
      '{went} ~3 @us ~2 board|office|offices|hq|headquarters|campus|street|road|avenue|lane|square|arena|stadium|tower|park|gardens|close|drive|terrace|heights|village|mews|crescent|hill|court|warehouse|workshop|choir|union|team|squad|staff|crew',
      '{went} ~3 @us in|at|for|on ~3 office|offices|hq|headquarters|workshop|webinar|panel|hackathon|conference|talk|meeting|event|stage|lunch|dinner|breakfast|drinks|coffee|party|tour|walk|run|rally|march',
    ],
  },
  // Paper, not what the brand sells.
  {
    intents: ['recommend', 'warn', 'join', 'leave', 'stay'],
    within: 'sentence',
    cues: [
      '@us ~1 shares|share|stock|stocks|equity|bonds|calls|puts|options|ticker',
      'shares|stock|stake|position|invested|investing|investment|bullish|bearish|long|short in|of|on @us',
      'before|after|ahead|into ~1 earnings',
      'dividend|dividends|shareholder|shareholders',
    ],
  },
  // Said with a wink.
  {
    intents: ['recommend', 'praise', 'stay', 'join'],
    within: 'sentence',
    cues: [
      `if you|u|you're|anyone|someone {adv}* like|enjoy|love|fancy|into|appreciate|crave ~2 ${pains}`,
      'if you|u|anyone|someone {adv}* want|need ~2 pain|misery|trouble|headache|headaches|stress|frustration|lose|waste|scammed|ripped|robbed|ignored',
      'if you|u|anyone|someone {adv}* hate|hates ~1 yourself|money|sleep|fun|joy|life|happiness',
      'for|as a|an|your ~1 masochist|masochists|enemy|enemies',
      'worst enemy|enemies',
    ],
  },
  // "I recommend avoiding", "that you never": the advice is turned by what follows it.
  {
    intents: ['recommend'],
    within: 'sentence',
    cues: [
      'recommend|recommended|recommending|suggest|advise ~3 avoid|avoiding|against|skipping|steering',
      'recommend|recommended|recommending|suggest|advise ~3 staying|stay|keeping|keep|running|looking|going ~2 away|clear|elsewhere|far',
      'recommend|recommending|suggest|advise ~3 not|never|{dont} {adv}* to? {use}|{using}|get|getting|using|try|trying|touch|touching|waste|wasting|bother|bothering|give|giving|sign|signing',
    ],
  },
  // What the brand is advised to do is no advice to others.
  {
    intents: ['recommend'],
    within: 'sentence',
    cues: [
      'recommend|recommending|recommended|suggest|advise that @us|they|it|its|their|management|staff|owners',
      'recommend|recommending|suggest|advise that? the ~1 company|owner|owners|management|manager|staff|chef|team|developers|devs|hotel|restaurant|shop ~1 {mend}',
      'recommend|recommending|suggest|advise @us|they|them|you to? {mend} !yourself|some|one|this|it|your|here',
    ],
  },
  // No warning: when, where and with what it should not be bought or used.
  {
    intents: ['warn'],
    within: 'sentence',
    cues: [
      `{dont}|not|never {adv}* buy|order|use|get|book|take|wear|wash|clean|download|update|rent ~1 @us|it|this|them|these ~3 today|tonight|tomorrow|yet|before|after|near|without|while|during`,
      `{dont}|not|never {adv}* buy|order|get|book|take|rent ~1 @us|it|this|them|these ~2 at|from|on|in|via|through <Name>`,
      `{dont}|not|never {adv}* buy|order|get|book|take|rent ~1 @us|it|this|them|these ~2 at|from|on|via|through ~1 ${shops}|retail|full|store|stores`,
      '{dont}|not|never {adv}* use|wash|clean|mix|wear|take ~1 @us|it|this|them|these ~1 with|on|under|in !any|your|my|confidence|this|these|that|them|him|her|anything|all|here|a|an|our|their|the|principle',
      'buy|order|get|book it|this|them|one|@us direct|directly|straight',
      'wait|waiting for|until ~2 sale|sales|discount|deal|deals|friday',
      'sale|sales|discount begins|starts|start|begin',
    ],
  },
  // No warning either: against what is said of it, for certain days, as a favour, or in praise.
  {
    intents: ['warn'],
    within: 'sentence',
    cues: [
      '{dont}|not|never {adv}* buy|believe|trust|fall|listen|heed|swallow|mind for|to|into? all? the|these|those|any|every|what ~2 haters|hate|rumours|rumors|fud|nonsense|critics|naysayers|negativity|negative|bad|one trolls|moaners|reviews|press|star?',
      'hype|campaign|narrative|press|case|crusade|propaganda ~1 against',
      'lies|rumours|rumors|myths|stories|tales|slander|gossip|nonsense ~1 about|against',
      'bank on @us|it|them being|to|having|getting|staying|opening',
      '{dont} walk',
      '{dont}|not|never {adv}* buy|get|order|bring|book me|him|her|us',
      '{dont}|not|never {adv}* buy|get|order|bring|book @us|it|this|that|them for me|him|her|us|someone',
      'save your|ur money|time and|, ~1 go|buy|get|try|order|come|use|switch|shop ~2 @us|here|this|it',
      'save your|ur money|time for|with|at|by @us|it|this|here|them|using|buying',
      'avoid|skip @us|this|it|here|them on|at|during|between|around ~2 weekends|weekend|peak|rush|lunch|lunchtime|noon|mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|monday|friday|saturday|sunday|christmas',
      'avoid|skip the ~1 queue|queues|line|lines|crowd|crowds|wait',
      'beware ~4 addictive|addicted|hooked|filling|irresistible',
      '{dont}|not|never {adv}* go|come|visit|shop|eat ~3 hungry|thirsty|unless|without',
      'away|off|from my @us',
      "if you|you're|your|ur|u ~2 {neg}|aren't|hate|dislike|allergic !want|like|enjoy|value",
      '{dont}|not|never|avoid ~6 on|at|during a|the? busy|crowded|rainy|weekend|holiday',
      'skip @us|this|it ~2 for lunch|breakfast|brunch|dinner ,? but',
      'waste ~2 looking|searching|shopping|comparing|on ~2 anything|elsewhere|others|other|another',
      'recommend|advise|suggest against using|mixing|putting|leaving|running|going|combining|charging|washing !@us|this|it|them|these|that|here|there',
      'recommend or|nor ~1',
    ],
  },
  // What was good, and no longer is.
  {
    intents: ['praise'],
    within: 'text',
    cues: [
      'was|were once a|an|the? {adv}* {good}|{fine}|best',
      'used to be|have|love|like|enjoy ~3 {good}|{fine}|best|it|this|them|place',
      'was|were {adv}* a|an|the? {adv}* {good}|{fine}|best ~3 years|months|weeks|decades|year|decade ago',
      'was|were {adv}* a|an|the? {adv}* {good}|{fine}|best ~2 before|until|till|once|back|originally|initially|previously',
      'was|were {adv}* a|an|the? {adv}* {good}|{fine}|best ~2 when|under ~2 {bygone}|first|original|opened|new',
      'loved|liked|enjoyed|adored it|this|them|@us ~1 until|till|before|back',
      '^ once|originally|initially|formerly|previously ~3 {good}|{fine}',
      'hate|hated|despise|regret|loathe ~1 it|this|them|@us now',
      'now|nowadays|lately ~3 {bad}|hate|regret',
      'now|today|nowadays|lately barely|hardly|scarcely',
      'when|if it|they|@us|that {adv}* works|work|worked|turns',
      'view|views of|over|onto ~2 car|parking|bins|wall|motorway|highway|alley|dumpster|building',
      'bring back the|it|them ~3',
      'bring it|them back',
    ],
  },
  // Back on an errand, or long on the phone.
  {
    intents: ['stay'],
    within: 'sentence',
    cues: [
      'maybe|might|perhaps|only ~3 go|come|be|return back|$|to|for',
      'back|again ~6 to complain|argue|demand|dispute|exchange|return it|this|these|them|my|the|a|about',
      'back|again ~6 to complain|argue $',
      'been on hold|waiting|arguing|fighting|battling|chasing|disputing ~2 @us|them',
      'use|using|used @us|it|them|this as a|an|my ~1 example|warning|lesson|excuse|reference',
      'back|go|going|coming to|at|in @us ~2 office|counter|desk|page|help|helpdesk|store to',
    ],
  },
  // Who is made to stay does not choose to.
  {
    intents: ['stay'],
    within: 'text',
    cues: [
      'forces|forced|forcing|requires|mandates|obliges|obliged me|us|to|it|them|@us|everyone|that',
      'makes|make|made me|us|everyone use|keep|stay|work',
      'because|since|as my|our|the|of ~1 company|employer|boss|work|job|school|office|landlord|contract|bank|university',
      'no|any|only|little other? choice|alternative|alternatives',
      '{neg} have a|another|any|much choice|alternative|option',
      'no other option|options|provider|providers',
      'stuck|trapped with|in|at|by ~2 @us|them|it|contract|this',
      'locked in|into',
      'have|had|has|forced|need|got to keep|use|stay|stick|put !up',
      '{cannot} ~1 leave|cancel|switch|escape|afford',
      'too lazy|late|expensive to switch|leave|cancel|change|move',
    ],
  },
  {
    intents: ['stay'],
    within: 'sentence',
    cues: [
      'back to|on|at @us ~1 support|help|page|faq|forum|desk|status|helpline|hotline|phone|chat',
      'because|since|as nothing|it|they|@us ~1 broke|breaks|keeps|fails|failing|broken',
      'because|since|as nothing|none ~2 work|works|working|helps',
      'what a|an {adv}* {bad}|shame|pity|waste|fall|decline|disappointment',
      'went|gone|going|goes downhill',
      'gets|getting|got|become|becoming|became|turned ~2 worse|{bad}',
    ],
  },
  // Taken off and put on again.
  {
    intents: ['leave'],
    within: 'sentence',
    cues: [
      'uninstalled|uninstalling|uninstall|deleted|deleting|removed|removing|cancelled|canceled|quit ~4 ,? ~3 reinstalled|reinstalling|reinstall|redownloaded|resubscribed|rejoined|relaunched|restarted|reopened',
      'uninstalled|uninstalling|uninstall|deleted|deleting|removed ~4 ,? ~3 installed|installing|install|downloaded ~2 again|back|anew',
    ],
  },
];
