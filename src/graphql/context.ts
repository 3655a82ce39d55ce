import { requireMoreThanPreview } from '../domain/access.ts';
import type { Actor } from '../domain/actor.ts';
import type { Deps } from '../domain/deps.ts';
import { type GenerationError, UnauthenticatedError } from '../domain/errors.ts';
import { INPUT_LIMITS } from '../domain/input-limits.ts';
import type { AccessWatch } from '../live/access-watch.ts';
import type { DraftFeed } from '../live/draft-feed.ts';
import type { Presence } from '../live/presence.ts';
import { createLoaders, type Loaders } from './loaders.ts';

/** What the gateway is made of, as far as resolvers are concerned. */
export interface Services {
  deps: Deps;
  feed: DraftFeed;
  access: AccessWatch;
  presence: Presence;
}

/** What a transport knows of an operation. */
export interface Caller {
  /** Null: nobody is signed in; `refusal` then says why. A subscription's is renewed whenever access has changed. */
  actor: Actor | null;
  refusal?: string | undefined;
  /** Set for documents of our own, which the limits on what clients may ask for do not concern. */
  isTrusted?: boolean;
  /** The place in an event stream: where the client left off, and the cursor of the event delivered last. */
  stream?: { lastEventId: string | null; cursor: string | null };
  /** Gives a signal that is aborted once nobody waits for the result any more. Absent: somebody always does. */
  gone?: () => AbortSignal;
}

/** Where the operators read, and what they find the operation by. */
export interface Journal {
  requestId: string;
  log: { warn(details: object, message: string): void };
}

const NEVER = new AbortController().signal;

/** What every resolver gets: one object for each operation; that of a subscription lives as long as the subscription. */
export class Context {
  readonly caller: Caller;
  readonly #services: Services;
  readonly #journal: Journal;
  #loaders: Loaders | null = null;
  #gone: AbortSignal | null = null;

  constructor(services: Services, caller: Caller, journal: Journal) {
    this.caller = caller;
    this.#services = services;
    this.#journal = journal;
  }

  get deps(): Deps {
    return this.#services.deps;
  }

  get feed(): DraftFeed {
    return this.#services.feed;
  }

  get access(): AccessWatch {
    return this.#services.access;
  }

  get presence(): Presence {
    return this.#services.presence;
  }

  /** Made when they are first needed: an idle subscription needs none. */
  get loaders(): Loaders {
    this.#loaders ??= createLoaders(this.#services.deps);
    return this.#loaders;
  }

  /** Aborted once nobody waits for the result any more. Made when it is first needed: hardly any operation asks. */
  get gone(): AbortSignal {
    this.#gone ??= this.caller.gone?.() ?? NEVER;
    return this.#gone;
  }

  /** How many steps a client may give a tour; null: any number, as over REST. */
  get maxSteps(): number | null {
    return this.caller.isTrusted ? null : INPUT_LIMITS.steps;
  }

  /** Whether content may go live that the SDK cannot evaluate: over REST, which accepts what the original accepts. */
  get acceptsUnsafe(): boolean {
    return this.caller.isTrusted === true;
  }

  /** Tells the operators of a failure of which the client hears less than they need. */
  report({ code, message, detail }: GenerationError): void {
    const { requestId, log } = this.#journal;
    log.warn({ requestId, code, detail }, message);
  }

  /** Who calls. Throws UnauthenticatedError when nobody is signed in, and PREVIEW_ONLY for a preview token, to which any field that asks here is closed. */
  get actor(): Actor {
    return requireMoreThanPreview(this.previewer);
  }

  /** The same, preview tokens included: for the fields that they open. */
  get previewer(): Actor {
    if (!this.caller.actor) throw new UnauthenticatedError(this.caller.refusal);
    return this.caller.actor;
  }
}
