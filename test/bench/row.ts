/** One measured figure: what, on what, how much; printed and kept as JSON by `npm run bench`. */
export interface Row {
  readonly bench: string;
  readonly set: string;
  readonly measure: string;
  readonly value: number;
  readonly unit: string;
}
