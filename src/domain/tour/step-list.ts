import { isObject } from '../../json/json-object.ts';

/** The id by which operations name a step; null: it has none. */
export function stepId(step: unknown): string | null {
  return isObject(step) && (typeof step.id === 'string' || typeof step.id === 'number') ? String(step.id) : null;
}

interface Link {
  step: unknown;
  previous: Link | null;
  next: Link | null;
}

/**
 * The steps of a tour as a linked list with an index of their ids, so that each change of it takes the same time however many there are. An id means the first
 * step that has it.
 */
export class StepList {
  #first: Link | null = null;
  #last: Link | null = null;
  readonly #links = new Map<string, Set<Link>>();

  constructor(steps: readonly unknown[]) {
    for (const step of steps) this.#link(step, this.#last);
  }

  find(id: string): unknown {
    return this.#find(id)?.step;
  }

  has(id: string): boolean {
    return this.#links.has(id);
  }

  /** The ids of a step and of those before it, nearest first. Nothing for an id that is not there. */
  *upFrom(id: string): Generator<string | null> {
    for (let link = this.#find(id); link; link = link.previous) yield stepId(link.step);
  }

  /** Puts another step in the place of the one with this id, which has to be there and keeps its id. */
  replace(id: string, step: unknown): void {
    const link = this.#find(id);
    if (link) link.step = step;
  }

  /** @param after the id of the step to stand behind, which has to be there; null: first; undefined: last */
  insert(step: unknown, after: string | null | undefined): void {
    this.#link(step, this.#place(after));
  }

  /**
   * Moves a step that is there, as `insert` says.
   *
   * @returns whether its place is another one
   */
  move(id: string, after: string | null | undefined): boolean {
    const link = this.#find(id);
    if (!link || after === id) return false;
    const { previous } = link;
    this.#unlink(link);
    return this.#link(link.step, this.#place(after)).previous !== previous;
  }

  remove(id: string): void {
    const link = this.#find(id);
    if (link) this.#unlink(link);
  }

  toArray(): unknown[] {
    const steps: unknown[] = [];
    for (let link = this.#first; link; link = link.next) steps.push(link.step);
    return steps;
  }

  #place(after: string | null | undefined): Link | null {
    if (after === undefined) return this.#last;
    return after === null ? null : this.#find(after);
  }

  #find(id: string): Link | null {
    const links = this.#links.get(id);
    if (!links) return null;
    if (links.size > 1) for (let link = this.#first; link; link = link.next) if (links.has(link)) return link;
    const [only] = links;
    return only ?? null;
  }

  #link(step: unknown, previous: Link | null): Link {
    const link: Link = { step, previous, next: previous ? previous.next : this.#first };
    if (previous) previous.next = link;
    else this.#first = link;
    if (link.next) link.next.previous = link;
    else this.#last = link;
    const id = stepId(step);
    if (id !== null) this.#links.set(id, (this.#links.get(id) ?? new Set()).add(link));
    return link;
  }

  #unlink(link: Link): void {
    if (link.previous) link.previous.next = link.next;
    else this.#first = link.next;
    if (link.next) link.next.previous = link.previous;
    else this.#last = link.previous;
    const id = stepId(link.step);
    const links = id === null ? undefined : this.#links.get(id);
    links?.delete(link);
    if (id !== null && links?.size === 0) this.#links.delete(id);
  }
}
