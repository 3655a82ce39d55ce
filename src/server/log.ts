import pino, { type Logger } from 'pino';

export type { Logger };

/**
 * Structured logs on standard output: one JSON object a line, or readable lines where that is a terminal. Secrets never get in: what is logged is chosen field
 * by field, and these are the net below.
 */
export async function createLogger(level: string): Promise<Logger> {
  const options = {
    level,
    redact: ['authorization', 'secret', 'token', '*.authorization', '*.secret', '*.token', '*.personal_api_key'],
    formatters: { level: (label: string) => ({ level: label }) },
    base: null,
  };
  return process.stdout.isTTY ? pino(options, await createTerminal()) : pino(options);
}

/** Writes to a terminal are synchronous, so that none is lost when the process ends; a transport's thread or stream would lose the last ones. */
async function createTerminal() {
  const { prettyFactory } = await import('pino-pretty');
  const prettify = prettyFactory({
    // False with NO_COLOR.
    colorize: process.stdout.hasColors(),
    translateTime: 'SYS:HH:MM:ss.l',
    singleLine: true,
  });
  return { write: (line: string) => void process.stdout.write(prettify(line) ?? '') };
}
