import { brief } from '../collector/measure/brief.ts';
import { category } from '../collector/measure/category.ts';
import { registry } from '../collector/measure/registry.ts';
import { why } from '../collector/measure/why.ts';

/** What every figure says of itself, as sections in Markdown: the words are those that the figure files carry. */
export function figureDocs(): string {
  return [...registry, category, why, brief]
    .map(({ id, title, question, formula, limits, unit, basis, proxy, method }) => {
      const standIn = proxy ? '; a proxy: public talk stands in for a survey' : '';
      return `### \`${id}\` ${title}

${question}

- Unit: ${unit}; \`n\` counts ${basis}${standIn}. Method ${method}.
- ${formula}
- Limits: ${limits}`;
    })
    .join('\n\n');
}
