import type pg from 'pg';
import { fullTour, leanTour, type Shape, type Way } from './shapes.ts';

const SHAPES: Record<string, Shape> = { lean: leanTour({ content: false }), content: leanTour({ content: true }), full: fullTour };

/**
 * One tour or a page of them. What is wanted comes as a path (`lean/tour/<id>`, `full/tours/<project>/<first>`), or as the variables of a GraphQL request with the
 * shape alone in the path (`lean/tour`), which answers as GraphQL does.
 */
export async function handleRead(pool: pg.Pool, way: Way, path: string, body: string): Promise<string> {
  const [shapeName = '', kind = '', ...given] = path.split('/');
  const shape = SHAPES[shapeName];
  if (!shape) throw new Error(`no shape ${shapeName}`);
  const variables = body === '' ? null : JSON.parse(body).variables;
  const columns = shape.columns[way];
  if (kind === 'tour') {
    const text = `SELECT ${columns} FROM tours t ${shape.joins} WHERE t.id = $1`;
    const { rows } = await pool.query({ name: `${shapeName}_tour_${way}`, text, values: [variables ? variables.id : given[0]] });
    const tour = shape.print[way](rows[0]);
    return variables ? `{"data":{"tour":${tour}}}` : tour;
  }
  const { projectId, first } = variables ?? { projectId: given[0], first: given[1] };
  const text = `SELECT ${columns} FROM tours t ${shape.joins} WHERE t.project_id = $1 ORDER BY t.created_at DESC, t.id DESC LIMIT $2`;
  const { rows } = await pool.query({ name: `${shapeName}_tours_${way}`, text, values: [projectId, first] });
  const tours = `[${rows.map((row) => shape.print[way](row)).join(',')}]`;
  if (variables) return `{"data":{"tours":{"nodes":${tours}}}}`;
  const count = await pool.query({
    name: 'count_tours',
    text: 'SELECT count(*)::int AS count FROM tours WHERE project_id = $1',
    values: [projectId],
  });
  return `{"count":${count.rows[0].count},"results":${tours}}`;
}
