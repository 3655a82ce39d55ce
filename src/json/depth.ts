/**
 * Whether objects and lists are nested deeper than so many levels. Walks with a stack of its own: the value is a client's, and functions that call themselves for
 * each level would overflow.
 */
export function exceedsDepth(value: unknown, levels: number): boolean {
  let containers: object[] = isContainer(value) ? [value] : [];
  for (let level = 0; containers.length > 0; level++) {
    if (level >= levels) return true;
    const inner: object[] = [];
    for (const container of containers) for (const child of Object.values(container)) if (isContainer(child)) inner.push(child);
    containers = inner;
  }
  return false;
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
