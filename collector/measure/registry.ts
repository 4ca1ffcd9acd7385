import { advocacy } from './advocacy.ts';
import { advocacyByPart } from './advocacy-by-part.ts';
import { alerts } from './alerts.ts';
import { attention } from './attention.ts';
import { attentionShare } from './attention-share.ts';
import { awareness } from './awareness.ts';
import { awarenessByPart } from './awareness-by-part.ts';
import { comparisons } from './comparisons.ts';
import { coverage } from './coverage.ts';
import { coverageByPart } from './coverage-by-part.ts';
import { emerging } from './emerging.ts';
import { events } from './events.ts';
import type { FigureDefinition } from './figure.ts';
import { gap } from './gap.ts';
import { journey } from './journey.ts';
import { loyalty } from './loyalty.ts';
import { loyaltyByPart } from './loyalty-by-part.ts';
import { mentions } from './mentions.ts';
import { netSentiment } from './net-sentiment.ts';
import { priorities } from './priorities.ts';
import { requests } from './requests.ts';
import { restatementsOf } from './restatements.ts';
import { satisfaction } from './satisfaction.ts';
import { satisfactionByPart } from './satisfaction-by-part.ts';
import { satisfactionByVersion } from './satisfaction-by-version.ts';
import { shareOfVoice } from './share-of-voice.ts';
import { shareOfVoiceByPart } from './share-of-voice-by-part.ts';
import { sites } from './sites.ts';
import { stories } from './stories.ts';
import { toneByMonth } from './tone-by-month.ts';
import { toneByPart } from './tone-by-part.ts';
import { voices } from './voices.ts';
import { volumeByPart } from './volume-by-part.ts';

/** All figures, in the order in which they are listed. */
export const registry: readonly FigureDefinition[] = [
  mentions,
  stories,
  sites,
  awareness,
  shareOfVoice,
  netSentiment,
  advocacy,
  loyalty,
  satisfaction,
  gap,
  priorities,
  journey,
  toneByPart,
  volumeByPart,
  awarenessByPart,
  shareOfVoiceByPart,
  advocacyByPart,
  loyaltyByPart,
  satisfactionByPart,
  satisfactionByVersion,
  toneByMonth,
  attention,
  attentionShare,
  emerging,
  requests,
  comparisons,
  voices,
  alerts,
  events,
  restatementsOf(() => new Map(registry.map(({ id, method }) => [id, method]))),
  coverage,
  coverageByPart,
];
