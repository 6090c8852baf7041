const key = (organization: string) => `demarc.visit.${organization}`;
const pause = 30 * 60_000;
const firstLook = 7 * 24 * 3_600_000;

interface Visit {
  /** When the page was last seen. */
  seen: string;
  /** When the visit before this one was over; none on the first. */
  before?: string;
}

/** Since when there is news: the end of the visit before this one, which half an hour without a look parts from it. */
export function lastVisit(organization: string, now: Date = new Date()): { since: string; known: boolean } {
  const old = read(organization);
  const visit: Visit =
    old === undefined
      ? { seen: now.toISOString() }
      : now.getTime() - new Date(old.seen).getTime() > pause
        ? { seen: now.toISOString(), before: old.seen }
        : { ...old, seen: now.toISOString() };
  localStorage.setItem(key(organization), JSON.stringify(visit));
  return visit.before === undefined
    ? { since: new Date(now.getTime() - firstLook).toISOString(), known: false }
    : { since: visit.before, known: true };
}

function read(organization: string): Visit | undefined {
  try {
    const { seen, before } = JSON.parse(localStorage.getItem(key(organization)) ?? '{}') as Partial<Visit>;
    return seen === undefined || Number.isNaN(Date.parse(seen)) ? undefined : { seen, ...(before === undefined ? {} : { before }) };
  } catch {
    return undefined;
  }
}
