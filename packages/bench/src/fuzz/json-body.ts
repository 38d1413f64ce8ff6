import { type JsonSchema, valuesOf } from '@jobwire/testing/json-values';
import fc from 'fast-check';

import { hostileJson } from './hostile.ts';

/** A mark that is replaced by hostile JSON; no schema makes it. */
const mark = '\u2063here\u2063';

/** Bodies as JSON texts: half of them fit, the others have something hostile somewhere. */
export function jsonBodies(schema: JsonSchema, named: Readonly<Record<string, JsonSchema>>): fc.Arbitrary<string> {
  const good = valuesOf(schema, named);
  return fc.oneof(
    { weight: 5, arbitrary: good.map((value) => JSON.stringify(value)) },
    { weight: 4, arbitrary: fc.tuple(good, fc.nat(), hostileJson).map(spoil) },
    { weight: 1, arbitrary: fc.tuple(good, fc.nat()).map(([value, where]) => JSON.stringify(without(value, where))) },
    { weight: 1, arbitrary: hostileJson },
  );
}

/** Put something hostile in the place of one value, or beside it. */
function spoil([value, where, hostile]: [unknown, number, string]): string {
  const places = placesOf(value);
  const place = places[where % places.length] ?? [];
  const text = JSON.stringify(place.length === 0 ? beside(value) : replaced(value, place));
  return text.replace(JSON.stringify(mark), () => hostile);
}

function beside(value: unknown): unknown {
  return isObject(value) ? { ...value, unexpected: mark } : mark;
}

/** The ways to every value, the whole included. */
function placesOf(value: unknown): string[][] {
  if (!isObject(value)) return [[]];
  const inside = Object.entries(value).flatMap(([key, member]) => placesOf(member).map((place) => [key, ...place]));
  return [[], ...inside];
}

function replaced(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return mark;
  if (Array.isArray(value)) return value.map((item, index) => (String(index) === key ? replaced(item, rest) : item));
  return isObject(value) ? { ...value, [key]: replaced(value[key], rest) } : value;
}

/** The same without one of its members. */
function without(value: unknown, where: number): unknown {
  if (!isObject(value)) return value;
  const keys = Object.keys(value);
  const gone = keys[where % Math.max(1, keys.length)];
  return Object.fromEntries(Object.entries(value).filter(([key]) => key !== gone));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
