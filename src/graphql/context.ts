import type { Actor } from '../domain/actor.ts';
import type { Deps } from '../domain/deps.ts';
import { UnauthenticatedError } from '../domain/errors.ts';
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
}

/** What every resolver gets: one object for each operation; that of a subscription lives as long as the subscription. */
export class Context {
  readonly caller: Caller;
  readonly #services: Services;
  #loaders: Loaders | null = null;

  constructor(services: Services, caller: Caller) {
    this.caller = caller;
    this.#services = services;
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

  /** Who calls. Throws UnauthenticatedError when nobody is signed in. */
  get actor(): Actor {
    if (!this.caller.actor) throw new UnauthenticatedError(this.caller.refusal);
    return this.caller.actor;
  }
}
