export interface Subscriber {
  onMessage(payload: string): void;
  /** The connection was lost and is back: messages may have been missed. */
  onReconnect(): void;
}

/** What hears announcements made in the database, by any connection to it. */
export interface Listener {
  /** @returns the end of the subscription, once the database has confirmed its start */
  listen(channel: string, subscriber: Subscriber): Promise<() => Promise<void>>;
  close(): Promise<void>;
}

/** Who listens to what. */
export class Subscribers {
  /** The channels are constants of the code, and each has as many subscribers as the code has listeners. */
  readonly #byChannel = new Map<string, Set<Subscriber>>();

  channels(): string[] {
    return [...this.#byChannel.keys()];
  }

  add(channel: string, subscriber: Subscriber): void {
    const known = this.#byChannel.get(channel);
    if (known) known.add(subscriber);
    else this.#byChannel.set(channel, new Set([subscriber]));
  }

  /** @returns whether it was the channel's last */
  remove(channel: string, subscriber: Subscriber): boolean {
    const subscribers = this.#byChannel.get(channel);
    if (!subscribers?.delete(subscriber) || subscribers.size > 0) return false;
    return this.#byChannel.delete(channel);
  }

  deliver(channel: string, payload: string): void {
    for (const subscriber of this.#byChannel.get(channel) ?? []) subscriber.onMessage(payload);
  }

  reconnected(): void {
    for (const subscribers of this.#byChannel.values()) for (const subscriber of subscribers) subscriber.onReconnect();
  }
}
