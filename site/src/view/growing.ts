/** Numbers from 0 to 2³²−1 of which nobody knows yet how many come: four bytes each, where a list holds objects. */
export class Growing {
  #numbers = new Uint32Array(1_024);
  length = 0;

  add(number: number): void {
    if (this.length === this.#numbers.length) {
      const more = new Uint32Array(2 * this.length);
      more.set(this.#numbers);
      this.#numbers = more;
    }
    this.#numbers[this.length++] = number;
  }

  numbers(): Uint32Array<ArrayBuffer> {
    return this.#numbers.subarray(0, this.length);
  }
}
