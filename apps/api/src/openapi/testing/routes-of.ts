import type { Express } from 'express';

/** What Express keeps of a router's parts (router 2, `lib/layer.js`); not typed by it. */
interface Layer {
  route?: { path: string | readonly string[]; stack: readonly { method?: string }[] };
  handle: { stack?: readonly Layer[] };
  /** Where the part is mounted. */
  rawPath: string;
}

/** Every route of an application as `GET /jobs/:id`, found in its routers. `HEAD` and "all other methods" are left out. */
export function routesOf(app: Express): ReadonlySet<string> {
  return new Set(walk(app.router.stack as unknown as readonly Layer[], ''));
}

function walk(layers: readonly Layer[], prefix: string): string[] {
  return layers.flatMap(({ route, handle, rawPath }) => {
    if (route) {
      const methods = route.stack.flatMap(({ method }) => (method === undefined ? [] : [method.toUpperCase()]));
      const paths = [route.path].flat();
      return methods
        .filter((method) => method !== 'HEAD')
        .flatMap((method) => paths.map((path) => `${method} ${prefix}${path}`));
    }
    return handle.stack ? walk(handle.stack, rawPath === '/' ? prefix : `${prefix}${rawPath}`) : [];
  });
}
