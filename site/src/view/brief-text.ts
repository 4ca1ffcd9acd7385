import type { Figure } from '#contract';
import { words } from '../words.ts';
import { dayToMs } from './calendar.ts';
import { withDays } from './dated-text.ts';
import type { Formats } from './numbers.ts';

export type BriefSection = {
  heading: string;
  when: string;
  sentences: { id: string; text: string; figure: string; mentions: readonly string[] }[];
};

const longestFirst = [28, 7] as const;

/** The brief of a brand, the four weeks first, with dates as the page writes them. */
export function briefSections(
  figures: ReadonlyMap<string, Figure>,
  brand: string,
  formats: Pick<Formats, 'day'>,
): BriefSection[] {
  const figure = figures.get('brief');
  if (figure?.kind !== 'ranking') return [];
  const write = (day: string): string => formats.day(dayToMs(day));
  return longestFirst.flatMap((days): BriefSection[] => {
    const rows = (figure.brands[brand]?.rows ?? []).filter(({ parts }) => parts['days'] === days);
    const [first] = rows;
    if (!first?.from || !first.to) return [];
    return [
      {
        heading: words.brief.window[days],
        when: `${write(first.from)} – ${write(first.to)}`,
        sentences: rows.map(({ id, text = '', figure: of = '', mentions }) => ({
          id,
          text: withDays(text, formats),
          figure: of,
          mentions,
        })),
      },
    ];
  });
}

// Brackets, backslashes and the signs of emphasis, which names of themes and terms may hold.
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>#|]/g, '\\$&');

/** The brief as Markdown. `address` is that of the page, which links need; without it there are none. */
export function briefMarkdown(brand: string, sections: readonly BriefSection[], address: string): string {
  const lines = [`# ${escaped(words.brief.titleOf(brand))}`, ''];
  for (const { heading, when, sentences } of sections) {
    lines.push(`## ${heading}`, '', when, '');
    for (const { text, figure } of sentences) {
      const link = address === '' ? '' : ` ([${words.brief.source}](${address}figure/${figure}/))`;
      lines.push(`- ${escaped(text)}${link}`);
    }
    lines.push('');
  }
  return lines.join('\n');
}

/** The brief as plain text. */
export function briefPlain(brand: string, sections: readonly BriefSection[]): string {
  const lines = [words.brief.titleOf(brand), ''];
  for (const { heading, when, sentences } of sections) {
    lines.push(`${heading}, ${when}`, '', ...sentences.map(({ text }) => `- ${text}`), '');
  }
  return lines.join('\n');
}
