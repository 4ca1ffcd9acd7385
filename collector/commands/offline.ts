import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { Parser } from 'htmlparser2';

/**
 * Makes built pages read from a disk. There no address begins with a slash, no folder has an index, and browsers load no
 * modules: links become relative and name their file, scripts go, and what only scripts can serve is hidden as it is without
 * them. A list of chosen mentions is such a thing: what leads to one leads nowhere here, since another list would be the wrong
 * one. Files that no page needs stay, since people may want the data.
 */
export function makeOffline(dir: string, base: string): void {
  const files = readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((file) =>
    file.split(sep).join('/'),
  );
  const known = new Set(files);
  for (const file of files) {
    if (!file.endsWith('.html')) continue;
    const path = join(dir, file);
    writeFileSync(path, offlinePage(readFileSync(path, 'utf8'), file, base, known));
  }
}

/** Attributes that lead somewhere else on the site. */
const leading = ['href', 'src'];

/**
 * @param file the page's own path below the site
 * @param known paths of all files of the site
 */
export function offlinePage(html: string, file: string, base: string, known: ReadonlySet<string>): string {
  /** Pieces of the page to be replaced, in their order. */
  const changes: { from: number; to: number; text: string }[] = [];
  let script: number | undefined;
  /** A link that leads nowhere here and says nothing but that it leads: where it begins, and what stands in its place. */
  let dropped: { from: number; text: string } | undefined;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const [from, to] = [parser.startIndex, parser.endIndex + 1];
        if (name === 'script' || (name === 'link' && attributes['rel'] === 'modulepreload')) {
          if (name === 'script') script = from;
          else changes.push({ from, to, text: '' });
          return;
        }
        // Not from a server: there is no "self" that a policy could name.
        if (name === 'meta' && attributes['http-equiv'] === 'Content-Security-Policy') {
          changes.push({ from, to, text: `<meta http-equiv="Content-Security-Policy" content="${policy}">` });
          return;
        }
        if (name === 'noscript') {
          changes.push({ from, to, text: '' });
          return;
        }
        const tag = html.slice(from, to);
        if (name === 'a' && asksForMentions(attributes['href'] ?? '', base)) {
          const text = attributes['data-offline'];
          if (text !== undefined) dropped = { from, text };
          else changes.push({ from, to, text: tag.replace(/\s(?:href|aria-label)="[^"]*"/g, '') });
          return;
        }
        const rewritten = leading.reduce(
          (text, attribute) =>
            isOwn(attributes[attribute] ?? '', base)
              ? text.replace(
                  new RegExp(`(\\s${attribute}=")[^"]*"`),
                  (_, start: string) =>
                    `${start}${escaped(offlineAddress(attributes[attribute] ?? '', file, base, known))}"`,
                )
              : text,
          tag,
        );
        if (rewritten !== tag) changes.push({ from, to, text: rewritten });
      },
      onclosetag(name, implied) {
        if (implied) return;
        const to = parser.endIndex + 1;
        if (name === 'script' && script !== undefined) {
          changes.push({ from: script, to, text: '' });
          script = undefined;
        }
        if (name === 'noscript') changes.push({ from: parser.startIndex, to, text: '' });
        if (name === 'a' && dropped !== undefined) {
          changes.push({ from: dropped.from, to, text: escaped(dropped.text).replaceAll('<', '&lt;') });
          dropped = undefined;
        }
      },
    },
    { decodeEntities: true, recognizeSelfClosing: true },
  );
  parser.end(html);
  let at = 0;
  let made = '';
  for (const { from, to, text } of changes.sort((a, b) => a.from - b.from)) {
    made += html.slice(at, from) + text;
    at = to;
  }
  return made + html.slice(at);
}

/** Whether an address is of mentions chosen among all; that of a view alone is not. */
function asksForMentions(address: string, base: string): boolean {
  if (!isOwn(address, base)) return false;
  const [path = '', query = ''] = address.slice(base.length).split('#')[0]?.split('?') ?? [];
  return path === 'mentions/' && [...new URLSearchParams(query).keys()].some((key) => key !== 'view');
}

/** `//else.example/` names another host. */
const isOwn = (address: string, base: string): boolean =>
  address.startsWith(base) && !address.startsWith('//');

const policy =
  "default-src 'none'; style-src 'self' file:; img-src 'self' file: data:; frame-src 'self' file:";

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** The way from a page to an address of the site: a file by its name, without what only a server or a script would read. */
export function offlineAddress(
  address: string,
  file: string,
  base: string,
  known: ReadonlySet<string>,
): string {
  const [, path = '', hash = ''] = /^([^?#]*)(?:\?[^#]*)?(#.*)?$/.exec(address) ?? [];
  const place = decodeURIComponent(path.slice(base.length));
  const page = posix.join(place, 'index.html');
  const target = place !== '' && known.has(place) && !known.has(page) ? place : page;
  const way = relative(dirname(file), target).split(sep).join('/');
  return `${way.split('/').map(encodeURIComponent).join('/')}${hash}`;
}
