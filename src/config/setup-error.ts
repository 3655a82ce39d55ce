/** Something is set up in a way that the gateway cannot work with. The message says what, and which setting to change; it contains no secret. */
export class SetupError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}
