import jsonPatch, { type Operation as LibraryOperation } from 'fast-json-patch';

/** One operation of a JSON Patch (RFC 6902). */
export type Operation = Exclude<LibraryOperation, { op: '_get' }>;

/**
 * The JSON Patch that turns `before` into `after`: `add`, `remove` and `replace` only, in time linear in the two documents. Items of a list are compared by
 * their position. What counts is the JSON that the two are printed as, so a key whose value is undefined is an absent one.
 */
export function diff(before: unknown, after: unknown): Operation[] {
  const [from, to] = [asPrinted(before), asPrinted(after)];
  // The library compares only containers of one kind; anything else at the root is replaced whole.
  if (isContainer(from) && isContainer(to) && Array.isArray(from) === Array.isArray(to)) return jsonPatch.compare(from, to) as Operation[];
  return from === to ? [] : [{ op: 'replace', path: '', value: to }];
}

/**
 * The patch from one document to another and the one back, from one comparison. Like `diff`, but both documents are to be as `JSON.parse` gives them, save for
 * keys of `after` whose value is undefined, and they share their values with the patches.
 */
export function diffBothWays(before: unknown, after: unknown): { forwards: Operation[]; backwards: Operation[] } {
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) {
    return { forwards: diff(before, after), backwards: diff(after, before) };
  }
  const forwards: Operation[] = [];
  const backwards: Operation[] = [];
  // An invertible patch says before each `replace` and `remove`, as a `test`, what was there.
  let old: unknown;
  for (const operation of jsonPatch.compare(before, after, true) as Operation[]) {
    if (operation.op === 'test') {
      old = operation.value;
      continue;
    }
    const { op, path } = operation;
    forwards.push(operation);
    if (op === 'add') backwards.push({ op: 'remove', path });
    else backwards.push({ op: op === 'remove' ? 'add' : 'replace', path, value: old });
  }
  return { forwards, backwards: backwards.reverse() };
}

/**
 * The document after a patch that `diff` made; the document itself stays as it was. Not the library's own, which refuses keys such as `__proto__`: in JSON they
 * are keys like any other.
 *
 * @throws MisfitError
 */
export function applyPatch(document: unknown, operations: readonly Operation[]): unknown {
  const holder: { root: unknown } = { root: asPrinted(document) };
  for (const operation of operations) {
    const segments = ['root', ...segmentsOf(operation.path)];
    const key = segments.pop() as string;
    apply(
      segments.reduce<unknown>((container, segment) => child(container, segment, operation), holder),
      key,
      operation,
    );
  }
  return holder.root;
}

/** The JSON pointer (RFC 6901) to what stands under these keys and positions. */
export function pointer(...segments: (string | number)[]): string {
  return segments.map((segment) => `/${jsonPatch.escapePathComponent(String(segment))}`).join('');
}

/** The keys and positions that a JSON pointer leads through. */
export function segmentsOf(path: string): string[] {
  return path.split('/').slice(1).map(jsonPatch.unescapePathComponent);
}

function apply(container: unknown, key: string, operation: Operation): void {
  if (!isContainer(container)) throw new MisfitError(operation);
  if (operation.op === 'add') {
    if (Array.isArray(container)) container.splice(Number(key), 0, operation.value);
    else define(container, key, operation.value);
    return;
  }
  child(container, key, operation);
  if (operation.op === 'replace') define(container, key, operation.value);
  else if (operation.op !== 'remove') throw new MisfitError(operation);
  else if (Array.isArray(container)) container.splice(Number(key), 1);
  else Reflect.deleteProperty(container, key);
}

function child(container: unknown, key: string, operation: Operation): unknown {
  if (!isContainer(container) || !Object.hasOwn(container, key)) throw new MisfitError(operation);
  return (container as Record<string, unknown>)[key];
}

/** Unlike an assignment, makes a key of its own even of `__proto__`. */
function define(container: object, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, writable: true, enumerable: true, configurable: true });
}

/** A patch that does not fit the document. */
export class MisfitError extends Error {
  constructor({ op, path }: Operation) {
    super(`The patch does not fit the document: ${op} ${path}`);
  }
}

function asPrinted(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null');
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
