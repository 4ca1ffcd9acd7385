import type { Theme } from '#contract';

/** A theme of conversation as the page shows it. */
export type KnownTheme = Theme & { name: string };

/** What people talk about in most trades. `brand.yml` adds words to these, or themes of its own. */
export const defaultThemes: readonly KnownTheme[] = [
  {
    id: 'quality',
    name: 'Quality',
    lens: 'experience',
    touchpoint: 'use',
    words:
      `quality|taste|flavour|flavor|fresh|stale|durable|flimsy|well made|poorly made|broken|broke|defect|defective|faulty|fell apart|worn out|craftsmanship|workmanship|materials`.split(
        '|',
      ),
  },
  {
    id: 'price',
    name: 'Price',
    lens: 'experience',
    touchpoint: 'pay',
    words:
      `price|pricing|pricey|cost|expensive|overpriced|cheap|affordable|value for money|good value|fee|charged twice|discount|good deal|subscription fee|price hike|refund|billing|invoice|paywall`.split(
        '|',
      ),
  },
  {
    id: 'delivery',
    name: 'Delivery',
    lens: 'experience',
    touchpoint: 'deliver',
    words:
      `delivery|deliver|shipping|shipment|shipped|courier|parcel|package arrived|arrived late|tracking number|out of stock|back order|lost package|dispatch|pickup`.split(
        '|',
      ),
  },
  {
    id: 'support',
    name: 'Customer support',
    lens: 'experience',
    touchpoint: 'support',
    words:
      `customer service|customer support|support team|support ticket|help desk|helpline|call centre|call center|complaint|warranty|replacement|no reply|never replied|waiting on hold|live chat|chatbot`.split(
        '|',
      ),
  },
  {
    id: 'app',
    name: 'App and website',
    lens: 'experience',
    touchpoint: 'use',
    words:
      `app|website|web site|login|log in|sign in|password|checkout|interface|user interface|notification|latest update|new update|dark mode|online shop|web shop|home screen`.split(
        '|',
      ),
  },
  {
    id: 'reliability',
    name: 'Reliability',
    lens: 'experience',
    touchpoint: 'use',
    words:
      `reliable|unreliable|reliability|crash|freeze|bug|buggy|glitch|glitchy|outage|downtime|slow|lag|laggy|stopped working|does not work|doesn't work|not working|error message|stable|unstable|fails|failure`.split(
        '|',
      ),
  },
  {
    id: 'trust',
    name: 'Trust and privacy',
    lens: 'experience',
    touchpoint: 'renew',
    words:
      `trust|trustworthy|scam|fraud|rip off|ripoff|misleading|privacy|data breach|data leak|leaked data|hacked|personal data|transparency|transparent|lawsuit|sued|fined|recall|safety`.split(
        '|',
      ),
  },
  {
    id: 'innovation',
    name: 'Innovation',
    lens: 'innovation',
    touchpoint: 'discover',
    words:
      `innovation|innovative|innovate|new feature|new product|launch|unveil|prototype|patent|cutting edge|groundbreaking|ahead of its time|first of its kind|outdated|old fashioned|copycat|technology|breakthrough`.split(
        '|',
      ),
  },
  {
    id: 'design',
    name: 'Design',
    lens: 'innovation',
    touchpoint: 'compare',
    words:
      `design|redesign|look and feel|style|stylish|beautiful|ugly|packaging|colour|color|logo|layout|elegant|aesthetic|sleek|clunky`.split(
        '|',
      ),
  },
  {
    id: 'people',
    name: 'Staff and workplace',
    lens: 'experience',
    touchpoint: 'buy',
    words:
      `staff|employee|worker|barista|waiter|cashier|manager|management|friendly|rude|layoff|laid off|union|strike|hiring|working conditions|wage|workplace`.split(
        '|',
      ),
  },
  {
    id: 'sustainability',
    name: 'Sustainability',
    lens: 'innovation',
    touchpoint: 'discover',
    words:
      `sustainable|sustainability|environment|environmental|climate|carbon|emissions|recycle|recyclable|recycling|plastic|organic|fair trade|ethical|greenwashing|renewable|eco friendly|waste|compostable`.split(
        '|',
      ),
  },
];
