/**
 * JSON that nobody here needs to look into: the text as the database gave it. It is parsed when somebody asks for `value`, once, and otherwise goes out
 * as it came in (see stringify.ts), so that unknown keys and numbers of any size survive.
 */
export class RawJson {
  readonly text: string;
  #value: unknown;
  #parsed = false;

  constructor(text: string) {
    this.text = text;
  }

  static of(value: unknown): RawJson {
    return new RawJson(JSON.stringify(value));
  }

  /** The parsed JSON. Shared between callers: do not change it. */
  get value(): unknown {
    if (!this.#parsed) {
      this.#value = JSON.parse(this.text);
      this.#parsed = true;
    }
    return this.#value;
  }

  /** What `JSON.stringify` prints: a marker while `stringify` is at work, else the parsed value. */
  toJSON(): unknown {
    return collecting ? mark(this.text) : this.value;
  }
}

let collecting: string[] | null = null;
let marker = '';

function mark(text: string): string {
  return `${marker}${(collecting as string[]).push(text) - 1}`;
}

/**
 * Runs `JSON.stringify` with every RawJson replaced by a string that starts with `prefix` and ends with its number. Synchronous, so that no other call can
 * see the collection.
 */
export function stringifyWithMarkers(value: unknown, prefix: string): { text: string; raws: string[] } {
  collecting = [];
  marker = prefix;
  try {
    return { text: JSON.stringify(value), raws: collecting };
  } finally {
    collecting = null;
  }
}
