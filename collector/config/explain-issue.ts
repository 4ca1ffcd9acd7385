import leven from 'leven';
import { z } from 'zod';
import { withoutLogin } from './without-login.ts';

type Issue = z.core.$ZodIssue;
type Explained = { path: PropertyKey[]; message: string };

/** Says in words what zod found wrong: what stands there, and what would be right. */
export function explainIssue(issue: Issue, root: unknown, schema: z.ZodType<unknown>): Explained[] {
  const path = [...issue.path];
  const found = show(at(root, path));
  switch (issue.code) {
    case 'unrecognized_keys': {
      const known = keysAt(schema, root, path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        message: `unknown key "${withoutLogin(key)}"; ${suggest(key, known)}`,
      }));
    }
    case 'invalid_type':
      return [
        {
          path,
          message:
            at(root, path) === undefined
              ? `is missing: ${expectation(issue.expected)} is needed`
              : `found ${found}, expected ${expectation(issue.expected)}`,
        },
      ];
    case 'invalid_value':
      return [
        { path, message: `found ${found}; ${suggest(String(at(root, path)), issue.values.map(String))}` },
      ];
    case 'invalid_union': {
      if (issue.discriminator === undefined) break;
      const at_ = path.at(-1) === issue.discriminator ? path : [...path, issue.discriminator];
      const options = optionsOf(schema, issue.discriminator);
      const value = at(root, at_);
      return [
        {
          path: at_,
          message:
            value === undefined
              ? `is missing; one of ${options.join(', ')}`
              : `found ${show(value)}; ${suggest(String(value), options)}`,
        },
      ];
    }
    case 'invalid_key':
      return [{ path, message: issue.issues[0]?.message ?? 'a key that cannot be' }];
    case 'too_small':
      return [{ path, message: `found ${found}; at least ${issue.minimum} ${unitOf(issue.origin)}` }];
    case 'too_big':
      return [{ path, message: `found ${found}; at most ${issue.maximum} ${unitOf(issue.origin)}` }];
    case 'invalid_format':
      return [{ path, message: `found ${found}, expected ${formatOf(issue)}` }];
    default:
  }
  return [{ path, message: `found ${found}, expected ${issue.message}` }];
}

/** "did you mean …" where a known word is near, else the list. */
export function suggest(word: string, known: string[]): string {
  const near = known
    .map((candidate) => ({ candidate, distance: leven(word.toLowerCase(), candidate.toLowerCase()) }))
    .sort((a, b) => a.distance - b.distance)[0];
  const list = `one of ${known.join(', ')}`;
  if (near && near.distance <= Math.max(2, Math.floor(word.length / 3))) {
    return `did you mean "${near.candidate}"? (${list})`;
  }
  return list;
}

function formatOf(issue: z.core.$ZodIssueInvalidStringFormat): string {
  if (issue.format === 'url') return 'an http(s) address such as https://example.com/';
  if (issue.format === 'date') return 'a day such as 2026-11-20';
  return issue.message;
}

const unitOf = (origin: string) =>
  origin === 'string' ? 'characters' : origin === 'array' ? 'entries' : origin === 'record' ? 'entries' : '';

const names: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping (key: value)',
  record: 'a mapping (key: value)',
};
const expectation = (type: string) => names[type] ?? type;

function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (value !== null && typeof value === 'object') return 'a mapping';
  const text = withoutLogin(JSON.stringify(value));
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

const at = (root: unknown, path: PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' && Object.hasOwn(value, key)
        ? (value as Record<PropertyKey, unknown>)[key]
        : undefined,
    root,
  );

type Json = {
  properties?: Record<string, Json>;
  items?: Json;
  oneOf?: Json[];
  anyOf?: Json[];
  const?: unknown;
};

/** Keys that the schema knows at a path; of a union, those of the member whose `type` was written. */
function keysAt(schema: z.ZodType<unknown>, root: unknown, path: PropertyKey[]): string[] {
  let node: Json | undefined = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  for (let depth = 0; depth <= path.length; depth++) {
    const members: Json[] | undefined = node?.oneOf ?? node?.anyOf;
    if (members) {
      const written = at(root, [...path.slice(0, depth), 'type']);
      node = members.find((member) => member.properties?.type?.const === written) ?? members[0];
    }
    if (depth === path.length) break;
    const key = path[depth];
    node = typeof key === 'number' ? node?.items : node?.properties?.[String(key)];
  }
  return Object.keys(node?.properties ?? {});
}

/** Values that the discriminator of a union of sources may have. */
function optionsOf(schema: z.ZodType<unknown>, discriminator: string): string[] {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
  const members = json.properties?.sources?.items?.oneOf ?? json.properties?.sources?.items?.anyOf ?? [];
  return members.map((member) => String(member.properties?.[discriminator]?.const));
}
