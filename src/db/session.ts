/**
 * What every session is set to, whatever the server, its role or the URL say: times in UTC and ISO format; and transactions that wait for a row and then go on
 * with what has become of it, where stricter ones would fail.
 */
export const SESSION: Readonly<Record<string, string>> = {
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  default_transaction_isolation: 'read committed',
};
