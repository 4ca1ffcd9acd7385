import { Tokenizer } from 'htmlparser2';

/** Attributes by name in small letters; values as they stand in the document, entities and all. */
export type Attributes = ReadonlyMap<string, string>;

/** Who is told of what a document holds. Names are in small letters; text is not decoded. */
export type Visitor = {
  open(name: string, attributes: Attributes, depth: number): void;
  close(name: string, depth: number): void;
  text(text: string): void;
  cdata(text: string): void;
  declaration(text: string): void;
};

export type Walk = {
  /** Ends the walk, from within the visitor. */
  stop: () => void;
  /** Names of the open elements, outermost first. */
  open: readonly string[];
};

const deepest = 64;
const mostAttributes = 256;
/** HTML that is never closed; no feed format has elements of these names. */
const neverClosed = new Set(['br', 'img', 'hr', 'input', 'wbr', 'col', 'area', 'embed']);
/** Elements that are never inside themselves, so that the next one closes the last. */
const siblings = new Set(['item', 'entry', 'rss:item', 'atom:entry']);

/**
 * Walks through an XML document, well-formed or not, in one pass and without expanding any entity. A closing tag closes
 * what was left open inside its element; one that closes nothing is passed over.
 */
export function walkXml(
  text: string,
  visit: (walk: Walk) => Visitor,
): { problem?: 'too_deep' | 'too_complex' } {
  const open: string[] = [];
  let stopped = false;
  let problem: 'too_deep' | 'too_complex' | undefined;
  const stop = () => {
    stopped = true;
    tokenizer.pause();
  };
  const give = (what: 'too_deep' | 'too_complex') => {
    problem = what;
    stop();
  };
  const visitor = visit({ stop, open });

  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let valueParts: string[] = [];

  const closeDownTo = (depth: number) => {
    while (open.length > depth && !stopped) {
      const closing = open.at(-1) ?? '';
      visitor.close(closing, open.length);
      open.pop();
    }
  };
  const begin = () => {
    if (siblings.has(name) && open.includes(name)) closeDownTo(open.lastIndexOf(name));
    if (stopped) return;
    open.push(name);
    if (open.length > deepest) return give('too_deep');
    visitor.open(name, attributes, open.length);
  };

  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: false },
    {
      onopentagname(start, end) {
        name = text.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onattribname(start, end) {
        attribute = text.slice(start, end).toLowerCase();
        valueParts = [];
        if (attributes.size >= mostAttributes) give('too_complex');
      },
      onattribdata(start, end) {
        valueParts.push(text.slice(start, end));
      },
      onattribentity() {},
      onattribend() {
        if (!attributes.has(attribute)) attributes.set(attribute, valueParts.join(''));
      },
      onopentagend() {
        if (stopped) return;
        begin();
        if (!stopped && neverClosed.has(name)) closeDownTo(open.length - 1);
      },
      onselfclosingtag() {
        if (stopped) return;
        begin();
        if (!stopped) closeDownTo(open.length - 1);
      },
      onclosetag(start, end) {
        if (stopped) return;
        const at = open.lastIndexOf(text.slice(start, end).toLowerCase());
        if (at !== -1) closeDownTo(at);
      },
      ontext(start, end) {
        if (!stopped) visitor.text(text.slice(start, end));
      },
      ontextentity() {},
      oncdata(start, end, offset) {
        if (!stopped) visitor.cdata(text.slice(start, end - offset));
      },
      oncomment() {},
      ondeclaration(start, end) {
        if (!stopped) visitor.declaration(text.slice(start, end));
      },
      onprocessinginstruction() {},
      onend() {},
    },
  );
  tokenizer.write(text);
  if (!stopped) tokenizer.end();
  return problem ? { problem } : {};
}
