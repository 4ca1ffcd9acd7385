import type { SurveyHeader } from './survey-header.ts';

/** Status of a Qualtrics row that no customer wrote: previews, tests, spam, in words or by its number. */
const notAnswered = /preview|test|spam|^(1|2|8|9|12|17|40)$/i;

/** Tells rows that a tool itself marks as no answers. */
export function standingReader(
  header: SurveyHeader,
): (row: readonly string[]) => 'preview' | 'unfinished' | undefined {
  const at = (name: string) => header.columns.findIndex(({ names }) => names[0] === name);
  if (header.format === 'qualtrics') {
    const [status, finished] = [at('status'), at('finished')];
    return (row) => {
      if (notAnswered.test((row[status] ?? '').trim())) return 'preview';
      return /^(false|0|no)$/i.test((row[finished] ?? '').trim()) ? 'unfinished' : undefined;
    };
  }
  if (header.format === 'typeform') {
    const type = at('response type');
    return (row) =>
      type !== -1 && !/^(completed)?$/i.test((row[type] ?? '').trim()) ? 'unfinished' : undefined;
  }
  return () => undefined;
}
