import Fastify from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';
import { scalars, typeDefs } from './schema.mjs';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10 });

const COLUMNS = `t.id AS uuid, t.name, t.description, t.auto_launch AS "autoLaunch", t.archived, t.revision, t.start_date AS "startDate",
  t.created_at AS "createdAt", t.updated_at AS "updatedAt",
  f.id AS "flagId", f.key AS "flagKey", f.name AS "flagName", f.active AS "flagActive", f.filters AS "flagFilters",
  u.id AS "userId", u.email, u.first_name AS "firstName"`;
const FROM = 'FROM tours t LEFT JOIN feature_flags f ON f.id = t.linked_flag_id LEFT JOIN users u ON u.id = t.created_by_id';

function tour({ flagId, flagKey, flagName, flagActive, flagFilters, userId, email, firstName, ...row }) {
  row.linkedFlag = flagId === null ? null : { databaseId: flagId, key: flagKey, name: flagName, active: flagActive, filters: flagFilters };
  row.createdBy = userId === null ? null : { databaseId: userId, email, firstName };
  return row;
}

/** One statement for each question, prepared, with the content only where it is asked for. */
async function find(name, where, values, info) {
  const hasContent = info.fieldNodes[0].selectionSet.selections.some((field) => field.name?.value === 'content');
  const text = `SELECT ${COLUMNS}${hasContent ? ', t.content' : ''} ${FROM} ${where}`;
  const { rows } = await pool.query({ name: `${name}_${hasContent}`, text, values });
  return rows.map(tour);
}

const resolvers = {
  ...scalars,
  Query: {
    tour: async (_, { id }, _context, info) => (await find('tour', 'WHERE t.id = $1', [id], info))[0] ?? null,
    tours: (_, { projectId, first }, _context, info) =>
      find('tours', 'WHERE t.project_id = $1 ORDER BY t.created_at DESC, t.id DESC LIMIT $2', [projectId, first], info),
  },
};

const app = Fastify();
app.register(mercurius, { schema: typeDefs, resolvers, jit: 1 });
console.log(`ready on ${await app.listen({ port: 0, host: '127.0.0.1' })}`);
process.once('SIGTERM', () => app.close().then(() => pool.end()));
