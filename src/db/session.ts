/**
 * What every session is set to, whatever the server, its role or the URL say: times in UTC and ISO format, and the threshold of the trigram operator that
 * lets indexes find the candidates of a search (domain/tour/search.ts).
 */
export const SESSION: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  'pg_trgm.word_similarity_threshold': '0.3',
};
