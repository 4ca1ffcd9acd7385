import { inlined, svgSpace } from './inline-styles.ts';

/**
 * A chart as a picture: what stands in the page, laid out once more by the browser in the light colours and without its
 * controls, copied into one SVG, and drawn on a canvas at twice its size.
 */

const wide = 1100;
const narrow = 560;
const scale = 2;
const margin = 32;

const svgElement = (name: string, attributes: Record<string, string | number>): SVGElement => {
  const made = document.createElementNS(svgSpace, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
};
const isClear = (colour: string): boolean => colour === 'transparent' || /,\s*0\)$|\/\s*0\)$/.test(colour);

type Place = { left: number; top: number };

/** The words of a text node where the browser put them: each for itself, so that no line, script or direction is guessed. */
function textsOf(node: Text, origin: Place, pen: CanvasRenderingContext2D): SVGElement[] {
  const parent = node.parentElement;
  if (!parent) return [];
  const style = getComputedStyle(parent);
  if (style.visibility === 'hidden' || style.clipPath !== 'none') return [];
  pen.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const ascent = pen.measureText('x').fontBoundingBoxAscent;
  const range = document.createRange();
  const place = (from: number, to: number): SVGElement[] => {
    range.setStart(node, from);
    range.setEnd(node, to);
    const boxes = [...range.getClientRects()].filter(({ width }) => width > 0);
    const [box] = boxes;
    if (!box) return [];
    // Broken over lines within itself: letter by letter.
    if (boxes.length > 1 && to - from > 1) {
      const letters = [...new Intl.Segmenter().segment(node.data.slice(from, to))];
      return letters.flatMap(({ index, segment }) => place(from + index, from + index + segment.length));
    }
    const text = svgElement('text', {
      x: box.left - origin.left,
      y: box.top - origin.top + ascent,
      fill: style.color,
      'font-family': style.fontFamily,
      'font-size': style.fontSize,
      'font-weight': style.fontWeight,
    });
    text.textContent = node.data.slice(from, to);
    return [text];
  };
  return [...node.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => place(index, index + word.length));
}

/** Ground and border of an element, where it has any. */
function boxOf(element: HTMLElement, origin: Place): SVGElement[] {
  const style = getComputedStyle(element);
  const line = Number.parseFloat(style.borderTopWidth);
  const framed = line > 0 && style.borderTopStyle !== 'none' && style.borderLeftStyle !== 'none';
  if (!framed && isClear(style.backgroundColor)) return [];
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return [];
  const inset = framed ? line / 2 : 0;
  const round = Math.min(Number.parseFloat(style.borderTopLeftRadius) || 0, height / 2);
  return [
    svgElement('rect', {
      x: left - origin.left + inset,
      y: top - origin.top + inset,
      width: width - 2 * inset,
      height: height - 2 * inset,
      rx: round,
      fill: isClear(style.backgroundColor) ? 'none' : style.backgroundColor,
      ...(framed ? { stroke: style.borderTopColor, 'stroke-width': line } : {}),
    }),
  ];
}

function copied(node: Node, origin: Place, pen: CanvasRenderingContext2D): SVGElement[] {
  if (node instanceof Text) return textsOf(node, origin, pen);
  if (node instanceof SVGSVGElement) {
    const { left, top, width, height } = node.getBoundingClientRect();
    if (width === 0 || height === 0) return [];
    const made = inlined(node, scale);
    if (!made) return [];
    for (const [key, value] of Object.entries({ x: left - origin.left, y: top - origin.top, width, height }))
      made.setAttribute(key, String(value));
    // A strip of which a part is looked at holds more than it shows.
    made.setAttribute('overflow', getComputedStyle(node).overflow === 'visible' ? 'visible' : 'hidden');
    return [made];
  }
  if (!(node instanceof HTMLElement)) return [];
  const { display, clipPath } = getComputedStyle(node);
  // What only those hear who hear the page is clipped away, with all that is in it; what is folded away is not shown either.
  if (display === 'none' || clipPath !== 'none') return [];
  if (node instanceof HTMLDetailsElement && !node.open) {
    // Of what belongs to the drawing the picture says that it is folded: its ranks would seem to be missing.
    const summary = node.matches('.pain-others, .ranked-more') ? node.querySelector('summary') : null;
    return summary ? copied(summary, origin, pen) : [];
  }
  return [...boxOf(node, origin), ...[...node.childNodes].flatMap((child) => copied(child, origin, pen))];
}

/** The chart as an SVG that stands alone. */
export function svgOf(chart: HTMLElement): SVGElement {
  const room = document.createElement('div');
  room.className = 'picture light';
  room.inert = true;
  room.style.width = `${document.documentElement.clientWidth < wide * 0.7 ? narrow : wide}px`;
  const clone = chart.cloneNode(true) as HTMLElement;
  for (const alive of clone.querySelectorAll('.alive')) alive.classList.remove('alive');
  room.append(clone);
  document.body.append(room);
  try {
    const { left, top, width, height } = clone.getBoundingClientRect();
    const origin = { left: left - margin, top: top - margin };
    const size = { width: width + 2 * margin, height: height + 2 * margin };
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) throw new Error('no canvas');
    const svg = svgElement('svg', { ...size, viewBox: `0 0 ${size.width} ${size.height}` });
    svg.append(
      svgElement('rect', { ...size, fill: getComputedStyle(room).getPropertyValue('--paper').trim() }),
      ...copied(clone, origin, pen),
    );
    return svg;
  } finally {
    room.remove();
  }
}

export async function pictureOf(chart: HTMLElement): Promise<Blob> {
  const svg = svgOf(chart);
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(Number(svg.getAttribute('width')) * scale);
  canvas.height = Math.round(Number(svg.getAttribute('height')) * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'),
  );
}

/** Hands a file to the reader. */
export function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
