import type { SurveySettings } from '#contract';
import { isPersonalHeader, segmentHeaderFlaw } from './personal-columns.ts';
import { findColumn, knownFormats, type SurveyHeader } from './survey-header.ts';
import type { Refusal, SurveyTools } from './survey-tools.ts';

export type Places = ReadonlyMap<keyof SurveySettings, readonly number[]>;

/** Where the columns are that the config names, or that the tool always has. */
export function placesOf(
  header: SurveyHeader,
  survey: SurveySettings,
  { plain }: SurveyTools,
): Places | Refusal {
  const places = new Map<keyof SurveySettings, readonly number[]>();
  const known = knownFormats[header.format];
  const keys = [
    'date',
    'score',
    'segment',
    'comment',
    'respondent',
    'weight',
    'start',
    'end',
    'new',
    'unaided',
    'aided',
  ] as const;
  for (const key of keys) {
    const wanted = survey[key];
    if (wanted === undefined) continue;
    const found: number[] = [];
    for (const one of [wanted].flat()) {
      const at = findColumn(header, one, key, plain);
      if ('refused' in at) return at;
      // A column goes by an id or by its question: Q3 may be called "Last name" below.
      const isSaid = key === 'segment' || key === 'comment' || key === 'respondent';
      const names = [one, ...((isSaid && header.columns[at[0] ?? -1]?.names) || [])];
      const flaw =
        key === 'segment'
          ? names.map(segmentHeaderFlaw).find((why) => why !== undefined)
          : names.some(isPersonalHeader) && 'which is about who answered';
      if (flaw) return { refused: `\`${key}\` names "${one}", ${flaw}; such columns are not read` };
      found.push(...at);
    }
    places.set(key, found);
  }
  const usual = (key: 'date' | 'respondent') => {
    if (places.has(key)) return;
    for (const name of known[key]) {
      const at = findColumn(header, name, key, plain);
      if ('refused' in at) continue;
      places.set(key, at);
      return;
    }
  };
  usual('date');
  if (survey.kind !== 'retention') usual('respondent');
  if (!places.has('date')) {
    const there = header.columns.map(({ shown }) => shown).filter((name) => name !== '');
    return { refused: `\`date\` must name the column of the date; found: ${there.slice(0, 40).join(' | ')}` };
  }
  return places;
}
