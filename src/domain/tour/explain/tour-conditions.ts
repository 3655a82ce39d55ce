import { readConditions } from '../content.ts';
import { isAfter } from '../lifecycle.ts';
import type { Tour } from '../tour.ts';
import type { TargetingCondition, Visit } from './condition.ts';
import { matchesUrl, URL_MATCH_TYPES } from './url-match.ts';

// The conditions that stand with the tour itself, and those on the page and the device: all that the SDK asks before it looks at the person.

type Lifetime = Pick<Tour, 'archived' | 'autoLaunch' | 'startDate' | 'endDate' | 'hasDraft'>;

/** Browsers hear of a tour at all once it is launched, until it is archived. */
export function publicationConditions({ startDate, archived, hasDraft }: Lifetime): TargetingCondition[] {
  const draft = hasDraft ? ' Its draft shows to nobody until it is published.' : '';
  return [
    {
      kind: 'LAUNCHED',
      outcome: startDate === null ? 'NOT_MET' : 'MET',
      message: (startDate === null ? 'The tour was never launched: it has no start date.' : 'The tour was launched.') + draft,
      actual: startDate,
    },
    {
      kind: 'NOT_ARCHIVED',
      outcome: archived ? 'NOT_MET' : 'MET',
      message: archived ? 'The tour is archived.' : 'The tour is not archived.',
    },
  ];
}

export function autoLaunchCondition({ autoLaunch }: Lifetime): TargetingCondition {
  return {
    kind: 'AUTO_LAUNCH',
    outcome: autoLaunch ? 'MET' : 'NOT_MET',
    message: autoLaunch ? 'The tour starts by itself.' : 'The tour does not start by itself: auto-launch is off.',
  };
}

export function dateConditions({ startDate, endDate }: Lifetime, now: Date): TargetingCondition[] {
  const hasStarted = startDate !== null && !isAfter(startDate, now);
  const hasEnded = endDate !== null && !isAfter(endDate, now);
  return [
    {
      kind: 'STARTED',
      outcome: hasStarted ? 'MET' : 'NOT_MET',
      message: startDate === null ? 'There is no start date.' : `The tour ${hasStarted ? 'started' : 'starts only'} at ${startDate}.`,
      expected: startDate,
      actual: now,
    },
    {
      kind: 'NOT_ENDED',
      outcome: endDate === null ? 'NOT_ASKED' : hasEnded ? 'NOT_MET' : 'MET',
      message: endDate === null ? 'There is no end date.' : `The tour ${hasEnded ? 'ended' : 'ends only'} at ${endDate}.`,
      expected: endDate,
      actual: now,
    },
  ];
}

export function urlCondition(content: unknown, { url }: Visit): TargetingCondition {
  const { url: wanted, urlMatchType: type } = readConditions(content);
  if (!wanted) return { kind: 'URL', outcome: 'NOT_ASKED', message: 'The tour shows on every page.' };
  const matchType = type || 'icontains';
  const condition = { kind: 'URL' as const, expected: { url: wanted, urlMatchType: matchType }, actual: url };
  if (typeof wanted !== 'string' || typeof matchType !== 'string' || !URL_MATCH_TYPES.includes(matchType))
    return { ...condition, outcome: 'NOT_MET', message: 'The SDK cannot read the URL condition.' };
  const rule = `${matchType} '${wanted}'`;
  if (url === null) return { ...condition, outcome: 'UNKNOWN', message: `The tour shows only where the page's address meets ${rule}.` };
  const isMet = matchesUrl(matchType, wanted, url);
  if (isMet === null) return { ...condition, outcome: 'UNKNOWN', message: `Only a browser can tell whether ${url} meets ${rule}.` };
  return { ...condition, outcome: isMet ? 'MET' : 'NOT_MET', message: `${url} ${isMet ? 'meets' : 'does not meet'} ${rule}.` };
}

/** The SDK takes any part of a device type's name, in any case. */
export function deviceCondition(content: unknown, { deviceType }: Visit): TargetingCondition {
  const { deviceTypes } = readConditions(content);
  const wanted = Array.isArray(deviceTypes) ? deviceTypes.filter((type) => typeof type === 'string') : [];
  if (wanted.length === 0) return { kind: 'DEVICE_TYPE', outcome: 'NOT_ASKED', message: 'The tour shows on every type of device.' };
  const condition = { kind: 'DEVICE_TYPE' as const, expected: wanted, actual: deviceType };
  const rule = wanted.join(', ');
  if (deviceType === null) return { ...condition, outcome: 'UNKNOWN', message: `The tour shows only on these types of device: ${rule}.` };
  const isMet = wanted.some((type) => deviceType.toLowerCase().includes(type.toLowerCase()));
  return { ...condition, outcome: isMet ? 'MET' : 'NOT_MET', message: `${deviceType} is ${isMet ? '' : 'not '}among ${rule}.` };
}
