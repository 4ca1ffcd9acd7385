import { Tokenizer } from 'htmlparser2';

// What these hold is not written for readers. `noscript` holds copies of lazily loaded pictures.
const silent = new Set([
  'script',
  'style',
  'template',
  'iframe',
  'noembed',
  'noframes',
  'noscript',
  'head',
  'title',
]);
// These stand within a word or sentence; every other tag separates words.
const inline = new Set([
  'a',
  'abbr',
  'acronym',
  'b',
  'bdi',
  'bdo',
  'big',
  'cite',
  'code',
  'data',
  'del',
  'dfn',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'samp',
  'small',
  'span',
  'strike',
  'strong',
  'sub',
  'sup',
  'time',
  'tt',
  'u',
  'var',
  'wbr',
]);
const tag = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,2000})?\/?>/i;
const tagName = /^[a-z][a-z0-9:-]*$/;

/** Whether a text that was read as HTML still reads like HTML: it had been escaped twice. */
export const looksLikeMarkup = (text: string): boolean => tag.test(text);

/**
 * The text of an HTML fragment, with entities decoded and a space where a block begins or ends.
 * It works on the tokenizer, not on a tree: no nesting is deep enough to slow it down.
 */
export function textOfHtml(html: string): { text: string; hadMarkup: boolean } {
  if (!html.includes('<') && !html.includes('&')) return { text: html, hadMarkup: false };
  const parts: string[] = [];
  let hadMarkup = false;
  // Name of the silent element that is open, and how often it stands within itself.
  let hush: string | undefined;
  let depth = 0;

  const open = (name: string, selfClosing: boolean): void => {
    hadMarkup = true;
    // The end of the head may be left out.
    if (hush === 'head' && name === 'body') hush = undefined;
    if (hush !== undefined) {
      if (name === hush && !selfClosing) depth += 1;
    } else if (silent.has(name) && !selfClosing) {
      hush = name;
      depth = 1;
      parts.push(' ');
    } else if (!inline.has(name)) parts.push(' ');
  };
  const close = (name: string): void => {
    hadMarkup = true;
    if (hush === name) {
      depth -= 1;
      if (depth === 0) hush = undefined;
    } else if (hush === undefined && !inline.has(name)) parts.push(' ');
  };

  let name = '';
  const nothing = (): void => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: true },
    {
      ontext: (start, end) => {
        if (hush === undefined) parts.push(html.slice(start, end));
      },
      ontextentity: (point) => {
        if (hush === undefined) parts.push(String.fromCodePoint(point));
      },
      onopentagname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        // `<3` never gets here; `<foo@bar.example>` does, and is an address between brackets, not a tag.
        if (!tagName.test(name) && hush === undefined) parts.push(` ${name} `);
      },
      onopentagend: () => open(name, false),
      onselfclosingtag: () => open(name, true),
      onclosetag: (start, end) => close(html.slice(start, end).toLowerCase()),
      oncdata: (start, end, endOffset) => {
        if (hush === undefined) parts.push(html.slice(start, end - endOffset));
      },
      oncomment: nothing,
      ondeclaration: nothing,
      onprocessinginstruction: nothing,
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      onend: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return { text: parts.join(''), hadMarkup };
}
