/** What goes back over the wire. */
export interface Answer {
  status: number;
  headers: Record<string, string>;
  /** Printed as JSON, unless it is the printed JSON itself; undefined: no body. */
  body: unknown;
}
