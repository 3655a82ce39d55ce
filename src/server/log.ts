import pino, { type Logger } from 'pino';

export type { Logger };

/** Structured logs, one JSON object a line, on standard output. Secrets never get in: what is logged is chosen field by field, and these are the net below. */
export function createLogger(level: string): Logger {
  return pino({
    level,
    redact: ['authorization', 'secret', 'token', '*.authorization', '*.secret', '*.token', '*.personal_api_key'],
    formatters: { level: (label) => ({ level: label }) },
    base: null,
  });
}
