import type { JobFilter } from '@jobwire/client';

/** The filters of a list as its address has them, all texts; empty ones are left out of the address. */
export const filterNames = ['q', 'state', 'name', 'tag', 'owner', 'createdAfter', 'createdBefore'] as const;

/** What the form of a list says. */
export type FilterForm = Readonly<Record<(typeof filterNames)[number], string>>;

/** The states of jobs that have not ended, as the API takes them. */
export const openStates = 'scheduled,queued,running,retrying';

/** Read the filters of an address, or of the fields of a form. */
export function formOf(given: { get(name: string): unknown }): FilterForm {
  const text = (name: string): string => {
    const value = given.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    ...{ q: text('q'), state: text('state'), name: text('name'), tag: text('tag'), owner: text('owner') },
    ...{ createdAfter: text('createdAfter'), createdBefore: text('createdBefore') },
  };
}

/** What an address says of a form: only what is filled in. */
export function queryOf(form: FilterForm): Record<string, string> {
  return Object.fromEntries(filterNames.map((name) => [name, form[name].trim()]).filter(([, text]) => text !== ''));
}

/** What the API is asked for. A time that cannot be read is sent as it is: the API says what is wrong with it. */
export function filterOf(form: FilterForm): JobFilter {
  const { createdAfter, createdBefore, ...texts } = queryOf(form);
  return {
    ...texts,
    ...(createdAfter === undefined ? {} : { createdAfter: instantOf(createdAfter) }),
    ...(createdBefore === undefined ? {} : { createdBefore: instantOf(createdBefore) }),
  };
}

/** True when a list is narrowed down. */
export function isFiltered(form: FilterForm): boolean {
  return filterNames.some((name) => form[name].trim() !== '');
}

/** A moment as a field for dates has it, in the time zone of the browser, as an instant. */
function instantOf(local: string): string {
  const ms = Date.parse(local);
  return Number.isNaN(ms) ? local : new Date(ms).toISOString();
}
