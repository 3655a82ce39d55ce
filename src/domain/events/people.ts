import type { JsonObject } from '../../json/json-object.ts';
import { type CapturedEvent, IDENTIFY } from './captured-event.ts';
import { PropertyChange } from './property-change.ts';
import type { PropertyTime } from './property-time.ts';

/** A distinct id in the database, with its person. */
export interface KnownId {
  projectId: number;
  distinctId: string;
  personId: number;
  isIdentified: boolean;
  /** Null where nobody needs them. */
  properties: JsonObject | null;
  /** When its properties changed: of those that the events name, or of all where they may be merged. */
  times: ReadonlyMap<string, PropertyTime>;
}

/** A person whom the events of a batch are about, and what becomes of them. */
export interface BatchPerson {
  projectId: number;
  /** Null until a new person has a row. */
  id: number | null;
  isIdentified: boolean;
  wasIdentified: boolean;
  /** As they were before the batch; null where nobody needs them. */
  stored: JsonObject | null;
  change: PropertyChange;
  /** Ids that the batch knows, and of these the ones that are new. */
  ids: string[];
  newIds: string[];
  /** Persons who turned out to be this one. */
  absorbed: number[];
}

/** What careless code sends instead of an id: whoever is called so is not one person. */
const NOBODY: ReadonlySet<string> = new Set([
  '0',
  '[object object]',
  'anonymous',
  'distinct_id',
  'distinctid',
  'email',
  'false',
  'guest',
  'id',
  'nan',
  'none',
  'not_authenticated',
  'null',
  'true',
  'undefined',
]);

/** The id under which a person was known until now, if it can be one person's and so can the new one; null otherwise. */
export function formerId(distinctId: string, anonymousId: string | null): string | null {
  if (anonymousId === null || anonymousId === distinctId) return null;
  return NOBODY.has(distinctId.toLowerCase()) || NOBODY.has(anonymousId.toLowerCase()) ? null : anonymousId;
}

/**
 * The persons of a batch, in memory: each event is applied to them in its order, and what has become of them is then written at once
 * (save-people.ts). Known to it must be every id that the events name.
 */
export class People {
  readonly #byId = new Map<string, BatchPerson>();
  readonly #persons = new Set<BatchPerson>();

  constructor(known: readonly KnownId[]) {
    const byPerson = new Map<number, BatchPerson>();
    const allTimes = new Map<number, Map<string, PropertyTime>>();
    for (const { personId, times } of known) allTimes.set(personId, new Map([...(allTimes.get(personId) ?? []), ...times]));
    for (const { projectId, distinctId, personId, isIdentified, properties } of known) {
      const person = byPerson.get(personId) ?? newPerson(projectId, personId, isIdentified, allTimes.get(personId));
      person.stored ??= properties;
      person.ids.push(distinctId);
      byPerson.set(personId, person);
      this.#persons.add(person);
      this.#byId.set(keyOf(projectId, distinctId), person);
    }
  }

  /** Persons in the order in which they appeared; those who were absorbed are not among them. */
  get all(): readonly BatchPerson[] {
    return [...this.#persons];
  }

  has(projectId: number, distinctId: string): boolean {
    return this.#byId.has(keyOf(projectId, distinctId));
  }

  /** The person of an id, made when there is none. */
  of(projectId: number, distinctId: string): BatchPerson {
    const known = this.#byId.get(keyOf(projectId, distinctId));
    if (known) return known;
    const made = { ...newPerson(projectId, null, false), stored: {} };
    this.#persons.add(made);
    this.#assign(made, distinctId);
    return made;
  }

  /** Changes of properties count by when they happened, everything else by when it arrives. */
  apply(event: CapturedEvent): void {
    const person = event.name === IDENTIFY ? this.#identify(event) : this.of(event.projectId, event.distinctId);
    const at = event.occurredAt.getTime();
    person.change.set(event.set, at);
    person.change.setOnce(event.setOnce, at);
    person.change.unset(event.unset, at);
  }

  /**
   * Whoever was anonymous until now is the person of the new id from now on, with all their ids and with their properties, as far as the person of the new id
   * does not say otherwise. Somebody who has been identified before stays who they are: on a shared computer two people sign in one after the other.
   */
  #identify({ projectId, distinctId, anonymousId }: CapturedEvent): BatchPerson {
    if (NOBODY.has(distinctId.toLowerCase())) return this.of(projectId, distinctId);
    const person = this.#merge(projectId, distinctId, formerId(distinctId, anonymousId));
    person.isIdentified = true;
    return person;
  }

  #merge(projectId: number, distinctId: string, before: string | null): BatchPerson {
    const known = this.#byId.get(keyOf(projectId, distinctId));
    const anonymous = before === null ? undefined : this.#byId.get(keyOf(projectId, before));
    if (before === null || anonymous === (known ?? null)) return this.of(projectId, distinctId);
    if (!anonymous) {
      const person = this.of(projectId, distinctId);
      this.#assign(person, before);
      return person;
    }
    if (anonymous.isIdentified) return this.of(projectId, distinctId);
    if (!known) {
      this.#assign(anonymous, distinctId);
      return anonymous;
    }
    this.#absorb(known, anonymous);
    return known;
  }

  #absorb(person: BatchPerson, other: BatchPerson): void {
    person.change.absorb(other.change.applyTo(other.stored ?? {}), other.change);
    if (other.id !== null) person.absorbed.push(other.id);
    person.absorbed.push(...other.absorbed);
    person.ids.push(...other.ids);
    person.newIds.push(...other.newIds);
    for (const id of other.ids) this.#byId.set(keyOf(person.projectId, id), person);
    this.#persons.delete(other);
  }

  #assign(person: BatchPerson, distinctId: string): void {
    person.ids.push(distinctId);
    person.newIds.push(distinctId);
    this.#byId.set(keyOf(person.projectId, distinctId), person);
  }
}

function newPerson(projectId: number, id: number | null, isIdentified: boolean, times?: ReadonlyMap<string, PropertyTime>): BatchPerson {
  return {
    projectId,
    id,
    isIdentified,
    wasIdentified: isIdentified,
    stored: null,
    change: new PropertyChange(times),
    ids: [],
    newIds: [],
    absorbed: [],
  };
}

function keyOf(projectId: number, distinctId: string): string {
  return `${projectId} ${distinctId}`;
}
