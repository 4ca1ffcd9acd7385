import { openStore } from '../store/open-store.ts';
import type { Finding } from './doctor.ts';
import { count } from './query-report.ts';
import type { OpenRim } from './rim.ts';
import type { Setting } from './setting.ts';
import { readSurveyFiles } from './survey-files.ts';

/** What would become of each survey's files, as they lie in inbox/, and until when anything of it is stored. Writes nothing. */
export async function surveyFindings(setting: Setting, rim: Pick<OpenRim, 'readLocal'>): Promise<Finding[]> {
  const { surveys } = setting.config;
  if (setting.demo || surveys.length === 0) return [];
  const store = openStore(setting.dataDir);
  const stored = store.readSurveys().lines;
  const reports = await readSurveyFiles(surveys, setting, store, rim, {
    now: setting.now,
    dryRun: true,
    scores: false,
  });
  return reports.map(({ survey, status, why, rows, counted, withheld, leftOut }): Finding => {
    const until = stored
      .filter((line) => line.survey === survey)
      .map(({ to }) => to)
      .sort()
      .at(-1);
    const held = until === undefined ? 'nothing of it is stored yet' : `stored until ${until}`;
    if (status === 'refused') return { level: 'problem', text: `survey ${survey}: ${why}; ${held}` };
    if (status === 'missing')
      return { level: until === undefined ? 'advice' : 'ok', text: `survey ${survey}: ${why}; ${held}` };
    const left = rows - counted - withheld;
    const rejected = leftOut.rejected > 0 ? `, of which ${leftOut.rejected} hold no answer` : '';
    const text = `survey ${survey}: ${counted} of ${count(rows, 'row')} would count, ${withheld} be withheld, ${left} left out${rejected}; ${held}`;
    return { level: leftOut.rejected > 0 ? 'advice' : 'ok', text };
  });
}
