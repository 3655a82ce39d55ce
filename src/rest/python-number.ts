/**
 * A number as Python prints it, told from its JSON text: `5` and `5.0` are two texts, a whole number keeps all its digits, and any other is the shortest text
 * of the double nearest to it.
 */
export function printNumber(literal: string): string {
  if (/^-?\d+$/.test(literal)) return literal === '-0' ? '0' : literal;
  const number = Number(literal);
  if (Number.isNaN(number)) return 'nan';
  if (!Number.isFinite(number)) return number < 0 ? '-inf' : 'inf';
  const [digits, power] = number.toExponential().split('e') as [string, string];
  if (Number(power) < -4 || Number(power) >= 16) return `${digits}e${power.replace(/^([+-])(\d)$/, '$10$2')}`;
  const text = Object.is(number, -0) ? '-0' : String(number);
  return text.includes('.') ? text : `${text}.0`;
}
