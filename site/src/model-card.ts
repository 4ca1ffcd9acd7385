import { ModelCard } from '#contract';
import card from './model-card.json' with { type: 'json' };

/** What was measured of the scorer that this version ships: `npm run bench -- card FOLDER` writes the file anew. */
export const modelCard: ModelCard = ModelCard.parse(card);
