/** Lines of the evidence that say a fact, counted from 1; the evidence is that of the facts they stand in. */
export interface At {
  readonly line: number;
  readonly lineEnd: number;
}
