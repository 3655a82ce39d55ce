/** `parse`: JSON columns come as values, and the answer is printed whole. `text`: they come as text and are put in as it is. */
export type Way = 'parse' | 'text';

type Row = Record<string, unknown>;

export interface Shape {
  columns: Record<Way, string>;
  joins: string;
  print: Record<Way, (row: Row) => string>;
}

/** A field: its place in the answer, the column it is read from. */
interface Field {
  key: string;
  column: string;
  isJson?: boolean;
}

interface Group {
  key: string;
  table: string;
  on: string;
  fields: Field[];
}

const plain = (key: string, column: string): Field => ({ key, column });
const json = (key: string, column: string): Field => ({ key, column, isJson: true });

/** A shape of flat fields and of joined rows, null where there is none. Its printers are put together once. */
function shape(fields: Field[], groups: Group[]): Shape {
  const all = [
    ...fields.map((field, n) => ({ ...field, alias: `f${n}`, sql: `t.${field.column}` })),
    ...groups.flatMap((group, g) =>
      group.fields.map((field, n) => ({ ...field, alias: `g${g}_${n}`, sql: `g${g}.${field.column}`, group: group.key })),
    ),
  ];
  const columns = (way: Way) =>
    all.map(({ sql, alias, isJson }) => `${sql}${isJson && way === 'text' ? '::text' : ''} AS "${alias}"`).join(', ');
  const value = (way: Way, alias: string, isJson: boolean | undefined) =>
    way === 'parse' ? `row.${alias}` : isJson ? `(row.${alias} ?? 'null')` : `JSON.stringify(row.${alias})`;
  const source = (way: Way): string => {
    const object = (entries: [string, string][]) =>
      way === 'parse'
        ? `{${entries.map(([key, item]) => `${key}: ${item}`).join(', ')}}`
        : `('{' + ${entries.map(([key, item], n) => `${JSON.stringify(`${n > 0 ? ',' : ''}"${key}":`)} + ${item}`).join(' + ')} + '}')`;
    const flat = fields.map((field, n): [string, string] => [field.key, value(way, `f${n}`, field.isJson)]);
    const joined = groups.map((group, g): [string, string] => {
      const inner = object(group.fields.map((field, n): [string, string] => [field.key, value(way, `g${g}_${n}`, field.isJson)]));
      return [group.key, `(row.g${g}_0 === null ? ${way === 'parse' ? 'null' : "'null'"} : ${inner})`];
    });
    const whole = object([...flat, ...joined]);
    return way === 'parse' ? `return JSON.stringify(${whole})` : `return ${whole}`;
  };
  const printer = (way: Way) => new Function('row', source(way)) as (row: Row) => string;
  return {
    columns: { parse: columns('parse'), text: columns('text') },
    joins: groups.map((group, g) => `LEFT JOIN ${group.table} g${g} ON g${g}.id = t.${group.on}`).join(' '),
    print: { parse: printer('parse'), text: printer('text') },
  };
}

const LEAN = [
  plain('uuid', 'id'),
  plain('name', 'name'),
  plain('description', 'description'),
  plain('autoLaunch', 'auto_launch'),
  plain('archived', 'archived'),
  plain('revision', 'revision'),
  plain('startDate', 'start_date'),
  plain('createdAt', 'created_at'),
  plain('updatedAt', 'updated_at'),
];

/** What an editor's first screen asks for: the tour with its flag and its author. */
export const leanTour = ({ content }: { content: boolean }) =>
  shape(content ? [...LEAN, json('content', 'content')] : LEAN, [
    {
      key: 'linkedFlag',
      table: 'feature_flags',
      on: 'linked_flag_id',
      fields: [
        plain('databaseId', 'id'),
        plain('key', 'key'),
        plain('name', 'name'),
        plain('active', 'active'),
        json('filters', 'filters'),
      ],
    },
    {
      key: 'createdBy',
      table: 'users',
      on: 'created_by_id',
      fields: [plain('databaseId', 'id'), plain('email', 'email'), plain('firstName', 'first_name')],
    },
  ]);

const FLAG = [
  plain('id', 'id'),
  plain('team_id', 'project_id'),
  plain('name', 'name'),
  plain('key', 'key'),
  json('filters', 'filters'),
  plain('deleted', 'deleted'),
  plain('active', 'active'),
  plain('ensure_experience_continuity', 'ensure_experience_continuity'),
  plain('has_encrypted_payloads', 'has_encrypted_payloads'),
  plain('version', 'version'),
  plain('evaluation_runtime', 'evaluation_runtime'),
  plain('bucketing_identifier', 'bucketing_identifier'),
  plain('evaluation_tags', 'evaluation_contexts'),
  plain('evaluation_contexts', 'evaluation_contexts'),
];

/** All that REST shows of a tour. */
export const fullTour = shape(
  [
    ...['id', 'name', 'description', 'auto_launch', 'start_date', 'end_date', 'created_at', 'updated_at', 'archived'].map((column) =>
      plain(column, column),
    ),
    json('targeting_flag_filters', 'targeting_flag_filters'),
    json('content', 'content'),
    json('draft_content', 'draft_content'),
    plain('has_draft', 'draft_content IS NOT NULL'),
  ],
  [
    { key: 'internal_targeting_flag', table: 'feature_flags', on: 'internal_targeting_flag_id', fields: FLAG },
    { key: 'linked_flag', table: 'feature_flags', on: 'linked_flag_id', fields: FLAG },
    {
      key: 'created_by',
      table: 'users',
      on: 'created_by_id',
      fields: [
        plain('id', 'id'),
        plain('uuid', 'uuid'),
        plain('distinct_id', 'distinct_id'),
        plain('first_name', 'first_name'),
        plain('last_name', 'last_name'),
        plain('email', 'email'),
        plain('is_email_verified', 'is_email_verified'),
        json('hedgehog_config', 'hedgehog_config'),
        plain('role_at_organization', 'role_at_organization'),
      ],
    },
  ],
);
