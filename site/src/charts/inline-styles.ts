export const svgSpace = 'http://www.w3.org/2000/svg';

/** What the style sheet says of a drawing, and what an SVG outside of the page would not know. */
const told = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'stroke-linecap',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
  'vector-effect',
] as const;

const geometry: Readonly<Record<string, readonly string[]>> = {
  rect: ['x', 'y', 'width', 'height', 'rx'],
  circle: ['cx', 'cy', 'r'],
};

const kept =
  /^(x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|dx|dy|d|id|width|height|viewBox|preserveAspectRatio|overflow|patternUnits|patternTransform|points)$/;

/** What a mark refers to, in its place: an SVG outside of the page knows no symbol of it. */
function referred(use: SVGUseElement, scale: number): SVGElement | null {
  const symbol = document.querySelector(use.getAttribute('href') ?? '');
  if (!(symbol instanceof SVGSymbolElement)) return null;
  const shown = document.createElementNS(svgSpace, 'svg');
  shown.setAttribute('viewBox', symbol.getAttribute('viewBox') ?? '');
  const style = getComputedStyle(use);
  const given = { fill: 'rgb(0, 0, 0)', stroke: 'none', 'stroke-width': '1px', opacity: '1' };
  for (const name of Object.keys(given)) shown.setAttribute(name, style.getPropertyValue(name));
  for (const part of symbol.children) {
    const made = part instanceof SVGElement ? inlined(part, scale) : null;
    if (!made) continue;
    // What the symbol does not say itself it takes from where it is used.
    for (const [name, initial] of Object.entries(given))
      if (made.getAttribute(name) === initial) made.removeAttribute(name);
    shown.append(made);
  }
  return shown;
}

/** A copy of a drawing, to be shown `scale` times as large, that carries its styles itself; null where it is not shown. Links and words for tooltips are left out. */
export function inlined(element: SVGElement, scale: number): SVGElement | null {
  const style = getComputedStyle(element);
  if (element.localName === 'title' || style.display === 'none' || style.visibility === 'hidden') return null;
  if (element instanceof SVGUseElement) return referred(element, scale);
  const copy = document.createElementNS(svgSpace, element.localName === 'a' ? 'g' : element.localName);
  for (const { name, value } of element.attributes) if (kept.test(name)) copy.setAttribute(name, value);
  for (const name of told) {
    const value = style.getPropertyValue(name);
    if (value !== '') copy.setAttribute(name, value.replaceAll(/url\("?[^#)]*(#[^")]*)"?\)/g, 'url($1)'));
  }
  // A stroke that does not scale with its drawing does not scale with the picture either.
  if (style.vectorEffect === 'non-scaling-stroke') {
    const times = (text: string): string =>
      text.replaceAll(/[\d.]+/g, (size) => String(Number(size) * scale));
    for (const name of ['stroke-width', 'stroke-dasharray'])
      copy.setAttribute(name, times(copy.getAttribute(name) ?? ''));
  }
  // Places and sizes may stand in the style sheet alone.
  for (const name of geometry[element.localName] ?? []) {
    const value = style.getPropertyValue(name);
    if (!copy.hasAttribute(name) && value !== '' && value !== 'auto') copy.setAttribute(name, value);
  }
  if (style.transform !== 'none') copy.setAttribute('transform', style.transform);
  for (const child of element.childNodes) {
    if (child instanceof Text) copy.append(child.data);
    else if (child instanceof SVGElement) {
      const made = inlined(child, scale);
      if (made) copy.append(made);
    }
  }
  return copy;
}
