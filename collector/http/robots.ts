/** Rules of a robots.txt that bind us, by RFC 9309. */
export type Robots = (path: string) => boolean;

type Rule = { allow: boolean; pattern: string };

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

/** Both sides in the same writing: percent-encoded octets in capitals, everything else as a URL has it. */
function normalised(path: string): string {
  return path
    .replace(/[^\x20-\x7e]/gu, (letter) => encodeURIComponent(letter.toWellFormed()))
    .replace(/%[0-9a-f]{2}/gi, (octet) => octet.toUpperCase());
}

/** Groups of rules by the product token (in small letters) of the agents they are for. */
function readGroups(text: string): Map<string, Rule[]> {
  const groups = new Map<string, Rule[]>();
  let agents: string[] = [];
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
      agents.push(/^[a-z_-]+/i.exec(value)?.[0].toLowerCase() ?? value);
      for (const agent of agents) groups.set(agent, groups.get(agent) ?? []);
    } else if (name === 'allow' || name === 'disallow') {
      inRules = true;
      if (value === '') continue;
      for (const agent of agents)
        groups.get(agent)?.push({ allow: name === 'allow', pattern: normalised(value) });
    }
  }
  return groups;
}

/**
 * Reads a robots.txt for one agent (its product token, such as `Earshot`): the longest rule that fits a path decides,
 * and allowing wins a draw.
 */
export function readRobots(text: string, agent: string): Robots {
  const groups = readGroups(text);
  const rules = groups.get(agent.toLowerCase()) ?? groups.get('*') ?? [];
  return (path) => {
    const asked = normalised(path);
    let best: Rule | undefined;
    for (const rule of rules) {
      if (!matches(rule.pattern, asked)) continue;
      const longer = rule.pattern.length - (best?.pattern.length ?? -1);
      if (longer > 0 || (longer === 0 && rule.allow)) best = rule;
    }
    return best?.allow ?? true;
  };
}
