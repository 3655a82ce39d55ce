/** The SDK's comparisons, of addresses and of the properties of events. */
const COMPARISONS: ReadonlySet<unknown> = new Set(['exact', 'is_not', 'icontains', 'not_icontains', 'regex', 'not_regex', 'gt', 'lt']);

export function isComparison(name: unknown): boolean {
  return COMPARISONS.has(name);
}

/** Whether the SDK finds something else under a name: what every object has, such as `constructor`. */
export function isInherited(name: unknown): boolean {
  return typeof name === 'string' && name in {};
}
