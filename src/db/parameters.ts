/** Takes the value of a parameter and returns its `$n` in the statement. */
export type Push = (value: unknown) => string;

/** The parameters of a statement that is put together from parts. */
export function parameters(): { values: unknown[]; push: Push } {
  const values: unknown[] = [];
  return { values, push: (value) => `$${values.push(value)}` };
}
