/** Prints to the terminal that standard error is; null: it is none, and what is printed may be kept as a log. */
export function showOnTerminal(): ((text: string) => void) | null {
  return process.stderr.isTTY ? (text) => void process.stderr.write(text) : null;
}
