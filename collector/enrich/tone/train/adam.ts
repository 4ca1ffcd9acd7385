/** Adam (Kingma & Ba, 2015) over one list of numbers: a step down the slopes, which are then 0 again. */
export function adam(values: Float32Array): (slopes: Float32Array, rate: number) => void {
  const [first, second] = [new Float32Array(values.length), new Float32Array(values.length)];
  const [keep1, keep2] = [0.9, 0.999];
  let [power1, power2] = [1, 1];
  return (slopes, rate) => {
    power1 *= keep1;
    power2 *= keep2;
    const step = (rate * Math.sqrt(1 - power2)) / (1 - power1);
    for (let at = 0; at < values.length; at += 1) {
      const slope = slopes[at] as number;
      const mean = keep1 * (first[at] as number) + (1 - keep1) * slope;
      const square = keep2 * (second[at] as number) + (1 - keep2) * slope * slope;
      first[at] = mean;
      second[at] = square;
      values[at] = (values[at] as number) - (step * mean) / (Math.sqrt(square) + 1e-8);
      slopes[at] = 0;
    }
  };
}
