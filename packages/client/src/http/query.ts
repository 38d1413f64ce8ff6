type Value = string | number | boolean | undefined;

/** Write the query of a request, with its question mark; empty without values. A list is repeated. */
export function queryOf(values: Readonly<Record<string, Value | readonly Value[]>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    for (const each of [value].flat()) if (each !== undefined) query.append(name, String(each));
  }
  const text = String(query);
  return text === '' ? '' : `?${text}`;
}
