/** Mean over the classes that occur of the harmonic mean of precision and recall; 0 … 1. */
export function macroF1(known: readonly number[], judged: readonly number[]): number {
  const classes = [...new Set(known)];
  const scores = classes.map((one) => {
    let [right, wrong, missed] = [0, 0, 0];
    for (const [at, label] of known.entries()) {
      if (judged[at] === one && label === one) right += 1;
      else if (judged[at] === one) wrong += 1;
      else if (label === one) missed += 1;
    }
    return right === 0 ? 0 : (2 * right) / (2 * right + wrong + missed);
  });
  return scores.reduce((sum, score) => sum + score, 0) / Math.max(1, scores.length);
}

/** The likeliest class. */
export function likeliest(probabilities: readonly number[]): number {
  let best = 0;
  for (let at = 1; at < probabilities.length; at += 1)
    if ((probabilities[at] as number) > (probabilities[best] as number)) best = at;
  return best;
}

const bins = 15;

/** Expected calibration error over 15 bins of the likeliest class's probability (Guo et al., 2017); 0 … 1. */
export function calibrationError(known: readonly number[], judged: readonly (readonly number[])[]): number {
  const counts = Array.from({ length: bins }, () => ({ n: 0, right: 0, sure: 0 }));
  for (const [at, probabilities] of judged.entries()) {
    const best = likeliest(probabilities);
    const sure = probabilities[best] ?? 0;
    const bin = counts[Math.min(bins - 1, Math.max(0, Math.ceil(sure * bins) - 1))];
    if (!bin) continue;
    bin.n += 1;
    bin.sure += sure;
    if (known[at] === best) bin.right += 1;
  }
  const total = Math.max(1, known.length);
  return counts.reduce((sum, { right, sure }) => sum + Math.abs(right - sure) / total, 0);
}
