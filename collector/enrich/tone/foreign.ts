// Frequent words that English does not have, or not in this sense; none stands in two lists of which one is English.
const english = new Set(
  `the and of to in is it that this was for with you are not have be on my but they we at had as all so what there from
  would out if get about very can just i'm it's don't`.split(/\s+/),
);
const foreign = new Set(
  `der und das ist nicht ich ein eine zu den mit sie auf für dem von sich auch wird sehr aber war wie bei im wir
  le les des une est et je ne pas que qui dans pour sur vous mais avec ce très il elle nous sont été c'est
  el los las una y es que por con para como pero más muy del lo su está fue no
  il che di è un per non sono della con più ma anche molto questo gli nel
  o os um uma não em do da muito mas foi ao são isso
  het een van en niet ik dat zijn met voor maar ook naar wij heel
  och att det som är på jag inte för med han ett
  nie się na jest to że w z i bardzo ale`
    .split(/\s+/)
    .filter(
      (word) => word.length > 1 && !english.has(word) && word !== 'no' && word !== 'do' && word !== 'pas',
    ),
);

/**
 * Whether a text is plainly in another language than English: in another script, or with more of the frequent words of
 * others. For lines of text that are given as they are; mentions go through the detector of languages, which knows more and
 * takes half a gigabyte. In doubt a text is taken for English.
 */
export function looksForeign(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const latin = text.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters > 0 && latin < letters / 2) return true;
  let [own, other] = [0, 0];
  for (const [word] of text.toLowerCase().matchAll(/[\p{L}'’]+/gu)) {
    if (english.has(word.replace('’', "'"))) own += 1;
    else if (foreign.has(word)) other += 1;
  }
  return other >= 2 && other > own * 2;
}
