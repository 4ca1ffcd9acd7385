/** What tools write where a box was ticked, or a brand of a list chosen; folded. */
const chosen = new Set(
  '1|1.0|yes|y|true|t|x|✓|✔|☑|✅|selected|checked|chosen|ticked|known|aware|ja|wahr|oui|vrai|si|verdadero|vero|sim'.split(
    '|',
  ),
);
const notChosen = new Set(
  '0|0.0|no|n|false|f|-|–|☐|❌|not selected|unselected|not checked|unchecked|not chosen|not ticked|not known|unknown|not aware|unaware|nein|falsch|non|faux|falso|nao'.split(
    '|',
  ),
);
/** What programs write for nothing. */
const nothing = new Set(['', 'null', 'na', 'n/a', '#n/a', 'nan', 'none', '.']);

/** Whether a mark says chosen or not; undefined for what is none. Nothing at all is not chosen. */
export function readMark(folded: string): boolean | undefined {
  const mark = folded.trim();
  if (chosen.has(mark)) return true;
  return notChosen.has(mark) || nothing.has(mark) ? false : undefined;
}

/** Numbers, or one mark, where the name of a brand could stand. */
export const isBare = (folded: string): boolean => {
  const text = folded.trim();
  return !nothing.has(text) && (/^[\d\s.,;|/+-]+$/.test(text) || chosen.has(text) || notChosen.has(text));
};
