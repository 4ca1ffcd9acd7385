import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import {
  Forgotten,
  Label,
  Mention,
  Published,
  Replay,
  Run,
  Score,
  Signal,
  State,
  SurveyCell,
  SurveyComments,
  statuses,
  verdictWords,
} from '#contract';

/** The file as a reader sees it: cells of tables and wrapped lines joined. */
const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8').replace(/\s+/g, ' ');

type Json = {
  description?: string;
  properties?: Record<string, Json>;
  additionalProperties?: Json;
  items?: Json;
};

/** Every field of a line, with the path that the tables write: `rating.value`, `themes[].id`, `sources.*.etag`. */
function fieldsOf(schema: Json, path = ''): { path: string; description: string | undefined }[] {
  const inner = Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const own = path === '' ? name : `${path}.${name}`;
    return [{ path: own, description: field.description }, ...fieldsOf(field, own)];
  });
  const values = typeof schema.additionalProperties === 'object' ? schema.additionalProperties : {};
  return [...inner, ...fieldsIn(values, `${path}.*`), ...fieldsIn(schema.items, `${path}[]`)];
}
const fieldsIn = (schema: Json | undefined, path: string) =>
  schema && Object.keys(schema).length > 0 ? fieldsOf(schema, path) : [];

const lines = {
  mention: Mention,
  score: Score,
  run: Run,
  published: Published,
  state: State,
  signal: Signal,
  forgotten: Forgotten,
  label: Label,
  replay: Replay,
  'line of answers': SurveyCell,
  'line of comments': SurveyComments,
};

for (const [name, schema] of Object.entries(lines)) {
  test(`every field of a ${name} is named, with what the contract says of it`, () => {
    const fields = fieldsOf(z.toJSONSchema(schema) as Json);
    expect(fields.length).toBeGreaterThan(3);
    for (const { path, description } of fields) {
      expect(readme).toContain(`| \`${path}\` |`);
      if (description) expect(readme).toContain(description.replace(/\s+/g, ' '));
    }
  });
}

test('every status and every verdict is explained', () => {
  for (const status of statuses) expect(readme).toContain(`| \`${status}\` |`);
  for (const word of verdictWords) expect(readme).toContain(`\`${word}\``);
});
