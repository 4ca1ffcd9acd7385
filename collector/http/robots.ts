/**
 * What a robots.txt lets us do, by RFC 9309. The package robots-parser (3.0.1) was held against the RFC's own examples and
 * takes six of them otherwise: `%7E` and `%62` are not read as `~` and `b`, nor `%2A` and `%24` as a star and a dollar that
 * mean themselves, a Sitemap line between two User-agent lines ends their group, and `Earshot 2.0` is not read as `Earshot`.
 */
export type Robots = {
  /** Whether a path with its query may be asked for. */
  allows: (path: string) => boolean;
  /** Pause between two requests that the host asks for by Crawl-delay, which is no part of the RFC but often meant. */
  crawlDelayMs?: number;
};

type Rule = { allow: boolean; pattern: string };
type Group = { rules: Rule[]; crawlDelayMs?: number };

/** Linear: the parts between stars are looked for one after the other, which backtracking can't improve on. */
function matches(pattern: string, path: string): boolean {
  const toTheEnd = pattern.endsWith('$');
  const [first = '', ...parts] = (toTheEnd ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  let at = first.length;
  const last = toTheEnd ? parts.pop() : undefined;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  if (!toTheEnd) return true;
  return last === undefined ? at === path.length : path.length - last.length >= at && path.endsWith(last);
}

const unreserved = /[\w.~-]/;

/** Both sides in the same writing (RFC 9309, 2.2.2): what needs no percent has none, what needs it has it in capitals. */
function normalised(path: string): string {
  return path
    .replace(/[^\x21-\x7e]/gu, (letter) => encodeURIComponent(letter.toWellFormed()))
    .replace(/%([0-9a-f]{2})/gi, (octet, hex: string) => {
      const letter = String.fromCharCode(Number.parseInt(hex, 16));
      return unreserved.test(letter) ? letter : octet.toUpperCase();
    });
}

/** In a rule a star stands for anything and a last dollar for the end; elsewhere both mean themselves. */
const plainDollars = (text: string): string => text.replaceAll('$', '%24');
const pathOf = (path: string): string => plainDollars(normalised(path)).replaceAll('*', '%2A');
const patternOf = (rule: string): string => {
  const pattern = normalised(rule);
  return pattern.endsWith('$') ? `${plainDollars(pattern.slice(0, -1))}$` : plainDollars(pattern);
};

/** Groups of rules by the product token (in small letters) of the agents they are for; groups of one agent are one. */
function readGroups(text: string): Map<string, Group> {
  const groups = new Map<string, Group>();
  let agents: Group[] = [];
  let inRules = false;
  for (const line of text.split(/\r\n|\r|\n/)) {
    const [key = '', ...rest] = line
      .replace(/^\ufeff/, '')
      .replace(/#.*/, '')
      .split(':');
    const value = rest.join(':').trim();
    const name = key.trim().toLowerCase();
    if (name === 'user-agent') {
      if (inRules) agents = [];
      inRules = false;
      const agent = /^[a-z_-]+/i.exec(value)?.[0].toLowerCase() ?? value;
      const group = groups.get(agent) ?? { rules: [] };
      groups.set(agent, group);
      agents.push(group);
    } else if (name === 'allow' || name === 'disallow') {
      inRules = true;
      if (value === '') continue;
      const rule = { allow: name === 'allow', pattern: patternOf(value) };
      for (const group of agents) group.rules.push(rule);
    } else if (name === 'crawl-delay' && /^\d+(\.\d+)?$/.test(value)) {
      for (const group of agents) group.crawlDelayMs = Number(value) * 1000;
    }
  }
  return groups;
}

/**
 * Reads a robots.txt for one agent (its product token, such as `Earshot`): the longest rule that fits a path decides,
 * and allowing wins a draw. The file itself may always be read.
 */
export function readRobots(text: string, agent: string): Robots {
  const groups = readGroups(text);
  const { rules, ...others } = groups.get(agent.toLowerCase()) ?? groups.get('*') ?? { rules: [] };
  return {
    ...others,
    allows: (path) => {
      if (path === '/robots.txt') return true;
      const asked = pathOf(path);
      let best: Rule | undefined;
      for (const rule of rules) {
        if (!matches(rule.pattern, asked)) continue;
        const longer = rule.pattern.length - (best?.pattern.length ?? -1);
        if (longer > 0 || (longer === 0 && rule.allow)) best = rule;
      }
      return best?.allow ?? true;
    },
  };
}
