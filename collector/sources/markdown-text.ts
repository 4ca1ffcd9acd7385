const label = '[^[\\]\\n]{0,500}';
const target = '\\([^()\\s]{0,2000}(?:[ \\t][^()\\n]{0,300})?\\)';
const links = new RegExp(`!?\\[(${label})\\]${target}`, 'g');
/** Marks at the start of a line: headings, quotes, lists, fences of code, Lemmy's spoilers. */
const lineStarts =
  /^[ \t]{0,8}(?:#{1,6}[ \t]+|(?:>[ \t]?){1,8}|[-*+][ \t]+|(?:```|~~~)[^\n]*|:::[ \t]*(?:spoiler)?[ \t]*)/gm;
const rules = /^ {0,3}(?:[-*_] ?){3,}$/gm;
const emphasis = /(^|[\s("'>])([*_])(?=\S)([^*_\n]{1,500})\2(?=[\s).,!?;:"']|$)/gm;
const escapes = /\\([\\`*_{}[\]()#+.!>~|-])/g;

/**
 * What a text in Markdown says, without its marks: near enough to search, to score and to quote, and linear in its
 * length. A link leaves its words, a picture what it shows.
 */
export function textOfMarkdown(markdown: string): string {
  return markdown
    .replace(links, '$1')
    .replace(links, '$1') // a picture within a link
    .replace(/<(https?:[^<>\s]{1,2000})>/g, '$1')
    .replace(rules, '')
    .replace(lineStarts, '')
    .replace(/\*\*|~~|`/g, '')
    .replace(/(?<![\w])__|__(?![\w])/g, '')
    .replace(emphasis, '$1$3')
    .replace(escapes, '$1');
}
