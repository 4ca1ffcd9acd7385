/** Colours by computation: OKLCH (Björn Ottosson, 2020) to sRGB and the contrast ratio of WCAG 2. */

export type Oklch = { l: number; c: number; h: number };
type Rgb = [number, number, number];

const toLinear = (v: number): number => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
const toGamma = (v: number): number => (v <= 0.0031308 ? v * 12.92 : 1.055 * v ** (1 / 2.4) - 0.055);

function hexToLinear(hex: string): Rgb {
  const at = (start: number): number => toLinear(Number.parseInt(hex.slice(start, start + 2), 16) / 255);
  return [at(1), at(3), at(5)];
}

/** `#rrggbb` → OKLCH. */
export function hexToOklch(hex: string): Oklch {
  const [r, g, b] = hexToLinear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const L = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const A = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const B = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return { l: L, c: Math.hypot(A, B), h: ((Math.atan2(B, A) * 180) / Math.PI + 360) % 360 };
}

function oklchToLinear({ l, c, h }: Oklch): Rgb {
  const a = c * Math.cos((h * Math.PI) / 180);
  const b = c * Math.sin((h * Math.PI) / 180);
  const L = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const M = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const S = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * L - 3.3077115913 * M + 0.2309699292 * S,
    -1.2684380046 * L + 2.6097574011 * M - 0.3413193965 * S,
    -0.0041960863 * L - 0.7034186147 * M + 1.707614701 * S,
  ];
}

/** OKLCH → `#rrggbb`; chroma is given up where sRGB has no such colour, lightness and hue are kept. */
export function oklchToHex(colour: Oklch): string {
  const inGamut = (rgb: Rgb): boolean => rgb.every((v) => v >= -0.0005 && v <= 1.0005);
  let { c } = colour;
  while (c > 0 && !inGamut(oklchToLinear({ ...colour, c }))) c = Math.max(0, c - 0.004);
  const rgb = oklchToLinear({ ...colour, c });
  const byte = (v: number): string =>
    Math.round(255 * toGamma(Math.min(1, Math.max(0, v))))
      .toString(16)
      .padStart(2, '0');
  return `#${rgb.map(byte).join('')}`;
}

const luminance = (hex: string): number => {
  const [r, g, b] = hexToLinear(hex);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

/** Contrast ratio of WCAG 2, 1 to 21. */
export function contrast(one: string, other: string): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/**
 * The colour nearest in lightness to `hex`, of the same hue, that keeps the wanted contrast on every given ground.
 * On light grounds it is darkened, on dark ones lightened; black or white where nothing else will do.
 */
export function readableOn(hex: string, grounds: string[], wanted: number): string {
  const enough = (colour: string): boolean => grounds.every((ground) => contrast(colour, ground) >= wanted);
  if (enough(hex)) return hex;
  const colour = hexToOklch(hex);
  const darker = grounds.every((ground) => luminance(ground) > 0.18);
  for (let step = 1; step <= 200; step += 1) {
    const l = colour.l + (darker ? -step : step) * 0.005;
    if (l < 0 || l > 1) break;
    const candidate = oklchToHex({ ...colour, l });
    if (enough(candidate)) return candidate;
  }
  return darker ? '#000000' : '#ffffff';
}
