import { z } from 'zod';
import { configOf } from '#contract';
import { sourceSchema } from '../collector/sources/registry.ts';

type Json = {
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  properties?: Record<string, Json>;
  items?: Json;
  oneOf?: Json[];
  anyOf?: Json[];
};

const schema = () =>
  z.toJSONSchema(configOf(sourceSchema), { io: 'input', unrepresentable: 'any' }) as unknown as Json;

/** Text of the JSON Schema of `brand.yml`, generated from the contract and the registry of source types. */
export function brandSchema(): string {
  return `${JSON.stringify({ ...schema(), title: 'brand.yml of Earshot' }, null, 2)}\n`;
}

/** Every key of `brand.yml` with what the contract says of it, as a table in Markdown. */
export function brandKeys(): string {
  const rows = rowsOf(schema(), '').map(([key, text]) => `| \`${key}\` | ${text} |`);
  return ['| key | what it says |', '| --- | --- |', ...rows].join('\n');
}

function rowsOf(node: Json, path: string): [string, string][] {
  return Object.entries(node.properties ?? {}).flatMap(([name, field]) => {
    const key = path === '' ? name : `${path}.${name}`;
    // A competitor is written like the brand.
    const inner = key === 'competitors' ? [] : [...rowsOf(field, key), ...rowsOfItems(field.items, key)];
    return [[key, textOf(field)], ...inner] as [string, string][];
  });
}

/** Keys that all members of a union share stand once; the others under the name of the member. */
function rowsOfItems(items: Json | undefined, key: string): [string, string][] {
  const members = items?.oneOf ?? items?.anyOf;
  if (members === undefined) return items === undefined ? [] : rowsOf(items, `${key}[]`);
  const [first, ...others] = members.map((member) => Object.keys(member.properties ?? {}));
  const shared = (first ?? []).filter((name) => others.every((names) => names.includes(name)));
  const pick = (member: Json, keep: (name: string) => boolean): Json => ({
    properties: Object.fromEntries(Object.entries(member.properties ?? {}).filter(([name]) => keep(name))),
  });
  const types = members.map((member) => `\`${String(member.properties?.type?.const)}\``).join(', ');
  const common = rowsOf(
    pick(members[0] ?? {}, (name) => shared.includes(name)),
    `${key}[]`,
  ).map(([name, text]): [string, string] =>
    name === `${key}[].type` ? [name, `One of ${types}.`] : [name, text],
  );
  const own = members.flatMap((member) =>
    rowsOf(
      pick(member, (name) => !shared.includes(name)),
      `${key}[${String(member.properties?.type?.const)}]`,
    ),
  );
  return [...common, ...own];
}

function textOf(field: Json): string {
  const values = field.enum ? ` One of ${field.enum.map((value) => `\`${String(value)}\``).join(', ')}.` : '';
  const plain = field.default !== undefined && typeof field.default !== 'object';
  const usual = plain ? ` Usually \`${String(field.default)}\`.` : '';
  return `${field.description ?? ''}${values}${usual}`.replaceAll('|', '\\|').trim();
}
