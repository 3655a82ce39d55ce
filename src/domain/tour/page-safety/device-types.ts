import { crash, type PageContent, type PageProblem } from './page-problem.ts';

const AT = ['conditions', 'deviceTypes'];

/** The types of device on which the tour shows. */
export function* deviceTypes({ conditions: { deviceTypes: types } }: PageContent): Iterable<PageProblem> {
  if (!types || (types as { length?: unknown }).length === 0) return;
  if (!Array.isArray(types)) yield crash(AT, 'invalid_input', 'The types of device must be a list.');
  else
    for (const [index, type] of types.entries())
      if (typeof type !== 'string') yield crash([...AT, index], 'invalid_input', 'A type of device must be text.');
}
