/** Thrown within the reading of a query, never out of it: `parseQuery` gives it as a value. */
export class Unparsable extends Error {
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}
