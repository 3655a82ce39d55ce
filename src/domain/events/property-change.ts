import type { JsonObject } from '../../json/json-object.ts';

type KeyChange = { to: 'set' | 'setOnce'; value: unknown } | { to: 'unset' };

/** A change as the database applies it, `(setOnce || properties || set) - unset`. No key is in two of them. */
export interface FoldedChange {
  set: JsonObject;
  setOnce: JsonObject;
  unset: string[];
}

/** Changes of one person's properties, made one after the other and folded into one, without knowing what the properties are. */
export class PropertyChange {
  readonly #keys = new Map<string, KeyChange>();

  set(properties: JsonObject): void {
    for (const [key, value] of Object.entries(properties)) this.#keys.set(key, { to: 'set', value });
  }

  /** Where nothing is known of the key, the database decides; where it has just been removed, there is room for it. */
  setOnce(properties: JsonObject): void {
    for (const [key, value] of Object.entries(properties)) {
      const known = this.#keys.get(key);
      if (!known) this.#keys.set(key, { to: 'setOnce', value });
      else if (known.to === 'unset') this.#keys.set(key, { to: 'set', value });
    }
  }

  unset(keys: readonly string[]): void {
    for (const key of keys) this.#keys.set(key, { to: 'unset' });
  }

  clear(): void {
    this.#keys.clear();
  }

  get isEmpty(): boolean {
    return this.#keys.size === 0;
  }

  fold(): FoldedChange {
    const only = (to: 'set' | 'setOnce') =>
      Object.fromEntries([...this.#keys].flatMap(([key, change]) => (change.to === to ? [[key, change.value]] : [])));
    return {
      set: only('set'),
      setOnce: only('setOnce'),
      unset: [...this.#keys].filter(([, { to }]) => to === 'unset').map(([key]) => key),
    };
  }

  /** What it makes of these properties. */
  applyTo(properties: JsonObject): JsonObject {
    const { set, setOnce, unset } = this.fold();
    const changed = new Map(Object.entries({ ...setOnce, ...properties, ...set }));
    for (const key of unset) changed.delete(key);
    return Object.fromEntries(changed);
  }
}
