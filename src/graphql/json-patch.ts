import type { Operation } from '../json/patch.ts';
import { builder } from './builder.ts';

export const JsonPatchOperation = builder.objectRef<Operation>('JsonPatchOperation').implement({
  description: 'One operation of a JSON Patch (RFC 6902).',
  fields: (t) => ({
    op: t.exposeString('op', { description: '`add`, `remove`, `replace`, `move`, `copy` or `test`.' }),
    path: t.exposeString('path', { description: 'A JSON pointer (RFC 6901).' }),
    from: t.string({
      nullable: true,
      description: 'Where `move` and `copy` take from.',
      resolve: (operation) => ('from' in operation ? operation.from : null),
    }),
    value: t.field({ type: 'JSON', nullable: true, resolve: (operation) => ('value' in operation ? operation.value : null) }),
  }),
});
