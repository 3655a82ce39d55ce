import { writeSync } from 'node:fs';

/** Prints to the terminal that standard error is; null: it is none, and what is printed may be kept as a log. */
export function showOnTerminal(): ((text: string) => void) | null {
  return process.stderr.isTTY ? (text) => printNow(process.stderr, text) : null;
}

/** Shows what happens now to a person who waits. A program sees the results alone. */
export function progress(message: string): void {
  if (process.stderr.isTTY) process.stderr.write(`${message}\n`);
}

/**
 * Prints at once, whatever the stream is.
 *
 * @throws the system's error, where a stream would report it later: a full disk, or a reader that is gone
 */
export function printNow({ fd }: { fd: number }, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      // A pipe without room for more: its reader is slow.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

/** A reader that has seen enough, such as `head`, is no failure. */
export function ignoreClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
