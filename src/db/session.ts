/**
 * What every session is set to, whatever the server, its role or the URL say: times in UTC and ISO format; transactions that wait for a row and then go on
 * with what has become of it, where stricter ones would fail; and the threshold of the trigram operator that lets indexes find the candidates of a search
 * (domain/tour/search.ts).
 */
export const SESSION: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  default_transaction_isolation: 'read committed',
  'pg_trgm.word_similarity_threshold': '0.3',
};
