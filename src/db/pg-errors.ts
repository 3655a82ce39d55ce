const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

/** Not a number, date or id; out of range; a character that text cannot hold. */
const INVALID_TEXT = new Set(['22P02', '22003', '22007', '22008', '22021', '22P05']);

/** A deadlock, and a conflict of serializable transactions. */
const GIVEN_UP = new Set(['40P01', '40001']);

/**
 * Connection exceptions are class 08; the server is shutting down or starting up, or has no connection to spare; a statement took longer than
 * `statement_timeout`.
 */
const UNAVAILABLE = new Set([
  '57014',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  'ECONNREFUSED',
  'ECONNRESET',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'EAI_AGAIN',
]);

/** node-postgres gives these no code. */
const UNAVAILABLE_MESSAGE =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after)/;

/** @param constraint its name in the database; any when left out */
export function isUniqueViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, UNIQUE_VIOLATION, constraint);
}

/** @param constraint its name in the database; any when left out */
export function isForeignKeyViolation(error: unknown, constraint?: string): boolean {
  return isViolation(error, FOREIGN_KEY_VIOLATION, constraint);
}

/** A value that the column's or parameter's type cannot take: somebody's input, passed on as it was. */
export function isInvalidText(error: unknown): boolean {
  return INVALID_TEXT.has(failure(error).code);
}

/** The database could not be reached, sent the connection away, or ended the work for the sake of another's: the same statement may work later. */
export function isUnavailable(error: unknown): boolean {
  const { code, message } = failure(error);
  return code.startsWith('08') || UNAVAILABLE.has(code) || GIVEN_UP.has(code) || UNAVAILABLE_MESSAGE.test(message);
}

/** The database ended the transaction for the sake of another one: the same transaction will go through. */
export function isGivenUp(error: unknown): boolean {
  return GIVEN_UP.has(failure(error).code);
}

function isViolation(error: unknown, code: string, constraint: string | undefined): boolean {
  const actual = failure(error);
  return actual.code === code && (constraint === undefined || actual.constraint === constraint);
}

interface Failure {
  /** An SQLSTATE, or a system error's name; empty when there is none. */
  code: string;
  message: string;
  constraint: string | undefined;
}

/** Reads node-postgres' own errors, and those that Prisma has wrapped. */
function failure(error: unknown): Failure {
  if (!(error instanceof Error)) return { code: '', message: '', constraint: undefined };
  const { code, constraint } = error as { code?: string; constraint?: string };
  const wrapped = (error as PrismaError).meta?.driverAdapterError?.cause;
  if (!wrapped) return { code: code ?? '', message: error.message, constraint };
  return { code: wrapped.originalCode ?? '', message: wrapped.originalMessage ?? error.message, constraint: wrapped.constraint?.index };
}

/** Where Prisma 7 keeps what its driver adapter said. */
interface PrismaError {
  meta?: { driverAdapterError?: { cause?: { originalCode?: string; originalMessage?: string; constraint?: { index?: string } } } };
}
