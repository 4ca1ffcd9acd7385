/** Anchor of a month on the page of its figure: `month-2026-05`; the chart leads there too. */
export const monthAnchor = (month: string): string => `month-${month}`;
