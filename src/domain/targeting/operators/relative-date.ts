const RELATIVE = /^-?(\d+)([hdwmy])$/;

const HOUR_MS = 3_600_000;
const FIXED_MS: Record<string, number> = { h: HOUR_MS, d: 24 * HOUR_MS, w: 7 * 24 * HOUR_MS };

/** Flag conditions do not understand larger numbers. */
const LIMIT = 10_000;

/**
 * The moment that `7d`, `-3h`, `2w`, `1m` (a month) or `1y` stands for, in milliseconds: so long before now, with or
 * without the minus. A month or year back from a day that the earlier month does not have is that month's last day.
 *
 * @returns null for any other text, and for a number of 10,000 or more
 */
export function parseRelativeDate(text: string, now: Date): number | null {
  const match = RELATIVE.exec(text);
  const count = Number(match?.[1]);
  const unit = match?.[2];
  if (unit === undefined || count >= LIMIT) return null;
  const fixed = FIXED_MS[unit];
  return fixed === undefined ? monthsBefore(now, unit === 'y' ? count * 12 : count) : now.getTime() - count * fixed;
}

function monthsBefore(now: Date, months: number): number {
  const moved = new Date(now);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() - months);
  const lastDay = new Date(moved);
  lastDay.setUTCMonth(lastDay.getUTCMonth() + 1, 0);
  return moved.setUTCDate(Math.min(now.getUTCDate(), lastDay.getUTCDate()));
}
