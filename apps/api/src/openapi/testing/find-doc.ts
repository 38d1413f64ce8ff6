import type { RouteDoc } from '../route-doc.ts';

/** The description that a request falls under, as Express would choose its route. `HEAD` is answered by `GET`. */
export function docOf(method: string, path: string, docs: readonly RouteDoc[]): RouteDoc | undefined {
  const wanted = method === 'HEAD' ? 'get' : method.toLowerCase();
  return docsOf(path, docs).find((doc) => doc.method === wanted);
}

/** The descriptions whose path this is; those with the fewest parameters first. */
export function docsOf(path: string, docs: readonly RouteDoc[]): RouteDoc[] {
  const plain = path
    .split('?')[0]
    ?.replace(/^\/api\/v1(?=\/|$)/i, '')
    .replace(/(?<=.)\/$/, '');
  return docs
    .filter((doc) => patternOf(doc.path).test(plain || '/'))
    .toSorted((left, right) => parameters(left.path) - parameters(right.path));
}

const parameters = (path: string): number => path.split(':').length;

function patternOf(path: string): RegExp {
  const source = path.replaceAll('.', String.raw`\.`).replaceAll(/:\w+/g, '[^/]+');
  return new RegExp(`^${source}$`, 'i');
}
