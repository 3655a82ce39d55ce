import type { InputRef, OutputRef } from '@pothos/core';
import type { z } from 'zod';
import { CHOICES } from '../../domain/tour/content/define.ts';
import { builder } from '../builder.ts';

type ChoiceRef = InputRef<string> & OutputRef<string>;

/** At most one for each choice of the definition of content. */
const types = new Map<string, ChoiceRef>();

/** The enum of a choice. Inside the gateway its values are those of content, such as `show_once`. */
export function choiceType(choice: z.ZodEnum): ChoiceRef {
  const { name, about, values } = CHOICES.get(choice) ?? {};
  if (!name || !about || !values) throw new Error('A choice of content has no name.');
  let type = types.get(name);
  if (!type) {
    type = builder.enumType(name, {
      description: about,
      values: Object.fromEntries(Object.entries(values).map(([value, meaning]) => [value.toUpperCase(), { value, description: meaning }])),
    });
    types.set(name, type);
  }
  return type;
}
