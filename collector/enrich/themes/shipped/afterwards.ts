import { type KnownTheme, list } from './known-theme.ts';

/** What comes after: help, renewing, leaving, and the company behind it. */
export const afterwards: readonly KnownTheme[] = [
  {
    id: 'support',
    name: 'Customer support',
    lens: 'experience',
    touchpoint: 'support',
    words: list(`
      customer (service|support|care|services|help|relations|helpline), support (team|staff|agent|agents|desk|line|ticket|tickets|chat|email|person|rep|case|request|page|forum|number), (tech|technical|product|phone|email|online|their|good|great|terrible|poor|bad|no|excellent|awful|after-sales|live) =support, =support (is|was|never|has|replied|responded|answered|told|said|ignored|from)
      (contact|contacted|contacting|email|emailed|emailing|call|called|calling|ring|rang|ringing|phone|phoned|phoning|message|messaged|reach|reached|write to|wrote to|written to) * (=support|customer service|helpline|help desk|the company|them again), (emailed|phoned|rang|contacted|messaged|called|have emailed|have called|have contacted) (them|the company|customer|twice|again|several|three|many)
      help-desk, helpline, hotline, call-centre, service (desk|rep|reps|agent|agents|adviser|advisor|line|team|department|representative), (chat|phone|support|customer) (agent|rep|adviser|operator|representative), representatives, the agent (was|told|said|on|could|hung|who), live chat, chat bot, (the|their|a) chatbot, a real (human|person), an actual (human|person)
      (on|put on) hold, cut (me|us) off, then cut off, (hung|hang|hangs) up (on|after), no (reply|response|answer) (from|to|yet|after|so), (without|no|any|never|not) * (reply|response), no response, never (replied|responded|answered|called|got back|heard back|reply|respond), (nobody|no one|noone) * (answers|answered|replied|responds|picks|picked|responded|helped|replies|answer|called)
      (heard|hear) (nothing|back), (got|get|gets|getting) back to (me|us|you), ignore (my|our) (email|emails|calls|message|messages|complaint), (reply|replied|respond|responded|response) to (my|our|me|an|emails|the email|customers|reviews), passed (around|from|on from), (one|another) department, (raise|raised|open|opened|log|logged|submit|submitted) * ticket, support ticket
      (my|our|a|formal|official|customer|made|file|filed|lodged|lodge|complaints) complaint, complaint (handling|was|procedure|department|team|form|ignored|number), complained (to|twice|and|three|by), complain to, complaining to, warranty, under guarantee, honour * (guarantee|warranty), (the|their|lifetime|money-back) guarantee, (a|free|sent|send|new|no|get|got|offered) replacement, (replaced|replace) (it|mine|my|the|free|them) (under|for|with|free|without|immediately|quickly|no), (sort|sorted|sorts|sorting) (it|this|everything|that|my|them|things) * out, sorted out (my|the|quickly|in)
      (resolve|resolved|resolving|fixed|solve|solved|sorted) (my|our) (issue|problem|query|complaint), (issue|problem|query) (was|got|has been|is now) * (resolved|sorted|solved|fixed), (my|our|insurance|a|the) claim (was|is|has|took|handled|process|denied|rejected|paid|settled|handler|form|number|with), claims (handler|process|team|department|line|handling|service), (file|filed|make|made|denied|deny|rejected|settle|settled|refused|paid|pay) * claim
      after-sales, (no|offered|refused|refuse|get|got|received|claim|claimed) compensation, speak to (a|someone|anyone), (get|got) hold of (a|anyone|someone|them), read from a script, scripted (answer|answers|reply|response), unresponsive (support|company|customer), (no|an|without an) apology (from|or|for|after), apologised (for the (delay|inconvenience|trouble|mistake|error)|and)
      =repairs, repaired, (for|in|under|needs|need|warranty|the|a|phone|free) =repair, repair (shop|centre|service|cost|costs|team|man), (helpful|nice|rude|polite) on the phone
      (answer|answers|answering|picks up|pick up) the phone, (get|got|getting) through to, line is * busy
    `),
    except: list(`
      (support|supports) (the|for the|our|local) (team|troops), (show|message|messages|words|life|child|arch|military|financial|moral|political|peer|public|popular|emotional|government|strong|overwhelming|broad|bipartisan|voter|state|in) * support, support (for|from) (the (striking|president|government|party|bill|war|plan|right|left)|voters|republicans|democrats|unions), support beam, supporting (actress|actor|role|cast), no complaints, no complaint, can't complain, cannot complain, support at, arch support, claim that, claims that, on hold (until|for now|pending)
      complain to (eu|european|commission|wto|fifa|uefa|congress|parliament|government), support team (lead|leads|leader|leaders), support (lead|leads|director), (head|director|vp|president) of (support|customer (support|service|care))
      concert ticket, problem solved, (asylum|benefit|jobless|unemployment) claim, criminal complaint, (ceo|executive|total|worker's|workers) compensation, holding for (years|months)
      repair (relations|ties|the damage|his|her), (road|bridge) repairs
      (only|biggest|main|one|sole|real|minor) complaint, complaint (about|with) (this|the) (phone|product|camera|item|player), complaints about (his|her)
    `),
  },
  {
    id: 'subscription',
    name: 'Subscription and renewal',
    lens: 'experience',
    touchpoint: 'renew',
    words: list(`
      subscription, subscriber, (subscribe|subscribed|subscribing) (for|again|since|to * (service|plan|box|premium|package|magazine|paper)), auto-renew*, automatic renewal, automatically renew*, (renew|renewed|renews|renewing) (my|our|the|it|with|by|itself|automatically|for another|again|at), renewal (quote|price|date|notice|premium|fee|time|letter|was|is|came), (contract|policy|insurance|my|at) renewal
      membership, (a|been a|loyal|prime|gold|premium|long-time|platinum|gym|club) member (for|since), member for * years, free-trial, (trial) (period|version|ended|expired|was over|is over|ran out|turned), (monthly|annual|yearly|family|basic|premium|data|phone|unlimited|bigger|cheaper|pro|student) plan, (upgrade|upgraded|downgrade|downgraded|upgrading|downgrading) (my|to|the|our) (plan|premium|pro|package|subscription|account)
      (my|phone|mobile|month|year|minimum|broadband|rolling|sim|gym|new|annual) contract, contract (is up|ends|ended|expired|runs out|length|term|was up|renewal), out of contract, tied (in|into) (for|to|a), locked (in|into) (for|a contract|a plan|a deal|to a)
      loyalty (card|scheme|programme|points|discount|reward|rewards|member|app|bonus), (rewards|reward|points) (programme|card|scheme|points|member), (points|stamps|miles|rewards) (expire|expired|expires|balance|gone|disappeared|missing), (earn|collect|collecting|lost|my) (points|stamps), air-miles, frequent-flyer, stamp card, monthly (fee|payment|subscription|cost|charge|cancel), (pay|paying|paid) (every month|monthly|each month|per month|yearly|annually)
      upsell*, premium (account|tier|version|member|membership|subscriber|users), premium is, paywall, (free|paid|ad) tier, (free|paid|ad free) version, price lock, loyal customer, repeat customer, returning customer, (customer|been with them|with them|client) (for|since) * (years|decade|months|long), (long-time|longtime|loyal|regular) (customer|user|client|fan of), been a customer, keep coming back, coming back (for|since|every), shop* around without
    `),
    except: list(`
      renew* (calls|hope|focus|interest|push|fears|fighting|energy|pressure), (contract) (killer|extension), contract with the (club|team), trial of, members of (the|parliament|congress|staff), (player's|coach's|new) contract (was|with the club|extension), subscribe to the (view|idea|theory|notion|belief), (criminal|murder|clinical) trial, trial period of the, premium petrol
      party membership, membership (of the|in the (eu|union|party|senate)), (eu|nato|wto|opec|union|party|church|committee) membership, subscription (from|opens|of shares|closes), (issue|ipo|rights|shares|share|bid) subscription
    `),
  },
  {
    id: 'returns',
    name: 'Cancelling and returns',
    lens: 'experience',
    touchpoint: 'leave',
    words: list(`
      refund, refunded, refunding, non-refundable, money back, (return|returned|returning|returns) (it|them|mine|my|item|items|unworn|faulty|product|products|shoes|dress|phone|parcel|goods|jacket|laptop|unit), returns (policy|process|label|window|shipping|desk|department|period|are|were|is|portal|team), return (policy|process|label|window|shipping|postage|period|slip), free returns, free return, easy returns
      (send|sent|sending|ship|shipped|post|posted|take|took|taking|taken|mail|mailed|bring|brought) (it|them|mine|this|that) (straight|right|all|) back, going back (to the shop|to the store|tomorrow|in the box), it's going back, (exchange|exchanged|exchanging) (it|them|my|mine) (for|at|in|without), (exchange|exchanged|exchanging) (mine|my|items|item|shoes|the shoes|the item), exchange policy, restocking
      (cancel|cancelled|cancelling) * (subscription|membership|account|order|contract|policy|plan|booking|card|service|reservation|premium|insurance|trial), (cancel|cancelled|cancelling) (my|our|with|it|and they|anytime|within|immediately|straight), I (cancel|cancelled), we cancelled, cancellation (line|fee|policy|process|button|form|charge|department|team|page|was|is|email), (how|tried|trying|impossible|easy|hard|want|wanted|going|difficult|called|rang|about|decided|wish|asked|free|way|time) to cancel
      (close|closed|closing|delete|deleted|deleting) (my|our|the|their|this|your) (account|accounts|app|profile), deleted the app, (switch|switched|switching|move|moved|moving|change|changed|changing|changing|going|gone|went) * to (another|a different|a new|a competitor|a rival|other) (provider|bank|supplier|network|insurer|company|service|app|carrier|brand|shop|store|restaurant), (switch|switched|switching|change|changed|changing) (bank|banks|provider|providers|supplier|suppliers|network|networks|carrier|carriers|insurer|insurers|brand|brands), switched (away|over)
      (left|leaving|leave) (them after|after * years|for another|for a rival|for a competitor|for a different), taking (my|our) (business|money|custom) elsewhere, (business|custom|go|going|gone|money|shop|shopping) elsewhere, never (again|going back|coming back|use|using|buy|buying|order|ordering|shop|fly|return|going|be back) (again|from|there|here|with|this|them|to), never again, won't be (back|returning|going back|using|buying|ordering|renewing), will not be (back|returning|using|buying|ordering|renewing), (lost|losing|lose) (a|my|me as a|another) (customer|custom|business), last time (i|we) (will|buy|order|use|shop), unsubscrib*, opt* out, (ditch|ditched|ditching|dumped) (them|it|this|my|for), never look* back, not renewing
    `),
    except: list(`
      (concert|show|gig|match|game|event|festival|meeting|flight|train|tour|school) (was|were|is|has been|been) cancelled, noise cancel*, (tax|happy|investment|returning|stock|fund|good|annual) returns, return ticket, on (my|his|her) return, will return, left (the|turn|at|a tip|hand|lane|after|over), leave (the|after (lunch|dinner)), never going to, (return|returned|returning) (to|from|home), never again (will|would), switch (on|off), foreign exchange, exchange (for|of) (views|prisoners|fire|words), (left|leave) (after) (the|an|a|midnight|lunch|dinner|about)
      cancel* (meeting|interview|date|talks|party|wedding|lunch|dinner|call|(team|weekly|board|next|sales|video) (meeting|call))
      return* the (favour|favor|call|calls|ball|serve|punt|kick|country|money to|soil|to|compliment)
      in exchange for, exchange for
    `),
  },
  {
    id: 'workplace',
    name: 'Employer and values',
    lens: 'innovation',
    touchpoint: 'discover',
    words: list(`
      lay-off, lay-offs, layoff, layoffs, laid off, laying off, job (cut|cuts|loss|losses|security|interview|offer), (cut|cuts|cutting|slash|slashes|axe|axes|axing|shed|sheds|shedding|lose|losing|eliminate|eliminating|create|creates|creating) * jobs, jobs (will|to|are|would|could|at risk|lost), redundanc*, made redundant, sack* * (workers|staff|employees), (cutting|cut|cuts) (staff|headcount|workforce)
      trade union, unioni*, union (voted|votes|vote|members|member|reps|workers|said|says|leader|leaders|drive|busting|contract|recognition|organiser|bosses|talks|deal), (join|joined|form|formed|the|workers|their|labour|staff) =union, unions, on strike, (go|goes|went|to|vote|voted|votes|threaten|threatened|staff|workers|drivers|pilots|union|crew|rail|nurses|plan|planned|call off|called off|could|will|walkout) * to =strike, (staff|workers|drivers|pilots|union|crew|rail|nurses|driver|pilot|bus|train) (strike|strikes), strike (action|vote|ballot|over|by), striking (workers|staff|nurses|drivers), (walk|walked|walking|walks) out (over|on strike|in protest|of talks), walkout, picket*
      working (conditions|hours|environment|culture), work (conditions|environment|culture), work-life balance, (minimum|low|living|fair|higher|better|poverty|poor|stagnant) =wage, (minimum|low|living|fair|higher|better|poverty|their|poor) =wages, wage (theft|cut|rise|bill|increase), underpaid, underpay*, unpaid (overtime|wages|work|intern|interns|internship|breaks), overtime, overworked, (low|poor|bad|fair|terrible) pay, pay (rise|cut|dispute|gap|deal|offer|talks|freeze), pay* (their|its) (staff|workers|riders|drivers|employees), (staff|workers|employees) * (paid|pay|treated)
      toxic (work|workplace|culture|place|management|environment|boss|company), (place|company|places) to work, (work|worked|works|working) (for|at) (them|this company|the company|their|head office|one of their), (former|ex) (employee|employees|worker|workers|staff|manager), employer, (their|its|the) (workers|employees|workforce), (warehouse|factory|gig|delivery|retail|shop|tech|hotel|plant|office|company) workers, workers, workforce, workplace
      (hire|hires|hiring|recruit|recruits|recruiting) * (drivers|staff|workers|people|engineers|baristas|hundreds|thousands), (is|are|we're|they're|now|not|start|started) hiring, hiring (freeze|spree|process|event|manager), recruiter, (executive|ceo|boss|banker|bankers|bosses) * (pay|bonus|bonuses), bonuses, (chief executive|ceo|founder|boss|chief|chairman|president) * (resign|resigns|resigned|quit|quits|steps down|stepping down|stepped down|step down|ousted|fired|sacked|replaced|appointed), (steps|stepped|stepping|step|stood) down (as|from|after), new (ceo|chief executive)
      (child|forced|slave) labour, sweatshop, (racism|sexism|harassment|discrimination|bullying) (at|by|claims|lawsuit|case|complaint|allegations|culture), (racist|sexist|homophobic) (staff|manager|employer|boss|policies|culture|workplace), (workplace|sexual) harassment, (workplace) bullying, bullied (by|at), return to (the) office, (back to|back in) the office, (remote|flexible|hybrid) (=work|=working|=hours), (work|working|works) from home, whistleblower, parental leave, maternity (leave|pay), sick pay, zero-hours, human rights (abuses|violations) (in|at), exploit* * workers, diversity, charity, charitable, (donate|donates|donated|donating) (to|money|food|millions|part|meals), gives back, giving back, corporate (responsibility|values|culture|greed), staff morale
    `),
    except: list(`
      european union, credit union, rugby union, state of the union, western union, union jack, student union, soviet union, civil union, african union, the =union (of|between|territory|budget|minister|government|home|cabinet), air (strike|strikes), lightning strike*, strike (price|rate|zone|out), (labour) (party|won|government|mp|leader), works of, diversity of (life|species|plants), the president * (resign|fired|replaced|appointed), racist remark by (a|the) (fan|senator)
    `),
  },
];
