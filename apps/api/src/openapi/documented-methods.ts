import { Router } from 'express';

import { onlyMethods } from '../http/only-methods.ts';
import type { RouteDoc } from './route-doc.ts';

/**
 * Refuse methods that a described path does not have, with 405 and `Allow`. It stands behind the routes and hears what none
 * of them answered; what is not described stays unknown.
 */
export function documentedMethods(docs: readonly RouteDoc[]): Router {
  const router = Router();
  for (const path of new Set(docs.map((doc) => doc.path))) {
    const methods = docs.filter((doc) => doc.path === path).map(({ method }) => method.toUpperCase());
    const allowed = methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]));
    const refuse = onlyMethods(allowed.join(', '));
    router.all(path, (request, response, next) => {
      if (allowed.includes(request.method)) return next();
      return refuse(request, response, next);
    });
  }
  return router;
}
