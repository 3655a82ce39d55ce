import type { JsonObject } from '../../json/json-object.ts';
import { type PropertyTime, storedTime } from './property-time.ts';

type KeyChange = { to: 'set' | 'setOnce'; value: unknown } | { to: 'unset' };

/** A change as the database applies it, `(setOnce || properties || set) - unset`. No key is in two of them. */
export interface FoldedChange {
  set: JsonObject;
  setOnce: JsonObject;
  unset: string[];
  /** When each of these properties changed, as the database keeps it; those of `setOnce` apart, since they count only where there is room. */
  times: Record<string, string>;
  onceTimes: Record<string, string>;
}

/**
 * Changes of one person's properties, folded into one without knowing what the properties are. The result is that of the events in the order in which they
 * happened, whatever the order in which they arrive: an older change loses to a newer one, and of two at the same time the one that arrives later wins.
 * `$set_once` gives way to any `$set`, and of two of its values the older one stays.
 */
export class PropertyChange {
  readonly #keys = new Map<string, KeyChange>();
  /** The last changes that are known, those of this batch among them. Of a key that is not in it, it is not known whether the person has it. */
  readonly #times: Map<string, PropertyTime>;

  constructor(times: ReadonlyMap<string, PropertyTime> = new Map()) {
    this.#times = new Map(times);
  }

  set(properties: JsonObject, at: number): void {
    for (const [key, value] of Object.entries(properties)) {
      const last = this.#times.get(key);
      if (last && last.change !== 'setOnce' && last.at > at) continue;
      this.#change(key, { to: 'set', value }, { change: 'set', at });
    }
  }

  setOnce(properties: JsonObject, at: number): void {
    for (const [key, value] of Object.entries(properties)) this.#fill(key, value, { change: 'setOnce', at });
  }

  unset(keys: readonly string[], at: number): void {
    for (const key of keys) {
      const last = this.#times.get(key);
      if (last && last.at > at) this.#settle(key, last);
      else this.#change(key, { to: 'unset' }, { change: 'unset', at });
    }
  }

  /** Properties of a person who turns out to be this one: they count where this one says nothing else. */
  absorb(properties: JsonObject, other: PropertyChange): void {
    for (const [key, value] of Object.entries(properties)) {
      const known = this.#times.get(key);
      if (known && known.change !== 'unset') continue;
      this.#fill(key, value, other.#times.get(key) ?? null);
    }
  }

  /** What is written now is known from then on. */
  clear(): void {
    this.#keys.clear();
  }

  get isEmpty(): boolean {
    return this.#keys.size === 0;
  }

  fold(): FoldedChange {
    const keysTo = (to: KeyChange['to']) => [...this.#keys].filter(([, change]) => change.to === to);
    const valuesTo = (to: 'set' | 'setOnce') =>
      Object.fromEntries(keysTo(to).map(([key, change]) => [key, (change as { value: unknown }).value]));
    const timesOf = (...changes: KeyChange['to'][]) =>
      Object.fromEntries(
        changes.flatMap(keysTo).flatMap(([key]) => {
          const time = this.#times.get(key);
          return time ? [[key, storedTime(time)]] : [];
        }),
      );
    return {
      set: valuesTo('set'),
      setOnce: valuesTo('setOnce'),
      unset: keysTo('unset').map(([key]) => key),
      times: timesOf('set', 'unset'),
      onceTimes: timesOf('setOnce'),
    };
  }

  /** What it makes of these properties. */
  applyTo(properties: JsonObject): JsonObject {
    const { set, setOnce, unset } = this.fold();
    const changed = new Map(Object.entries({ ...setOnce, ...properties, ...set }));
    for (const key of unset) changed.delete(key);
    return Object.fromEntries(changed);
  }

  /** Gives a property a value that it has only if there is room for it. Where nothing is known of the key, the database decides. */
  #fill(key: string, value: unknown, time: PropertyTime | null): void {
    const last = this.#times.get(key);
    if (!last) {
      if (!this.#keys.has(key)) this.#change(key, { to: 'setOnce', value }, time);
      return;
    }
    const at = time?.at ?? Number.NEGATIVE_INFINITY;
    if (last.change === 'unset' && at >= last.at) this.#change(key, { to: 'set', value }, time);
    if (last.change === 'setOnce' && at < last.at)
      this.#change(key, { to: this.#keys.get(key)?.to === 'setOnce' ? 'setOnce' : 'set', value }, time);
  }

  /** A removal from before a value that is set once: whatever the person had until then is gone, and the value has room. */
  #settle(key: string, last: PropertyTime): void {
    const change = this.#keys.get(key);
    if (last.change === 'setOnce' && change?.to === 'setOnce') this.#keys.set(key, { ...change, to: 'set' });
  }

  #change(key: string, change: KeyChange, time: PropertyTime | null): void {
    this.#keys.set(key, change);
    if (time) this.#times.set(key, time);
    else this.#times.delete(key);
  }
}
