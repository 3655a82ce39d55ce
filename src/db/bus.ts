/** Tells every node, this one included. Rejects when it could not. */
export type Announce = (channel: string, message: string) => Promise<void>;

/** Short messages between nodes, of up to 7,000 bytes. Each may be lost. */
export interface Bus {
  announce: Announce;
  /**
   * Hears what is announced on a channel. `onMissed`: messages may have been lost until now. Neither may throw.
   *
   * @returns the end of it
   */
  listen(channel: string, onMessage: (message: string) => void, onMissed: () => void): Promise<() => Promise<void>>;
  close(): Promise<void>;
}
