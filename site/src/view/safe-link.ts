/** A link that may be followed: http or https by the parsed address, without credentials; its host as ASCII. */
export type SafeLink = { href: string; host: string };

/** Null where the text is no such address: it is then shown as text, or not at all. */
export function safeLink(url: string | null): SafeLink | null {
  if (url === null || !/^https?:\/\//i.test(url)) return null;
  let parsed: URL;
  try {
    parsed = new URL(url);
  } catch {
    return null;
  }
  if (parsed.protocol !== 'https:' && parsed.protocol !== 'http:') return null;
  if (parsed.username !== '' || parsed.password !== '' || parsed.hostname === '') return null;
  return { href: parsed.href, host: parsed.hostname.replace(/^www\./, '') };
}

/** Of foreign links: no opener, no referrer, no recommendation. */
export const foreignRel = 'noopener noreferrer nofollow ugc';
