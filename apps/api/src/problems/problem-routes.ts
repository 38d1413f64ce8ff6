import { appError } from '@jobwire/runtime';
import { type Request, type Response, Router } from 'express';

import { type HomePage, sendHomePage } from '../home/send-page.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { errorCodes, errorKind, errorView } from './error-view.ts';
import { problemListPage, problemPage } from './problem-pages.ts';
import { slugOf } from './problem-slug.ts';

/** `GET /problems` and `GET /problems/:code`, where the `type` of an error leads: pages for people, JSON for programs. */
export function problemRoutes(): Router {
  const router = Router();
  router
    .route('/problems')
    .get((request, response) => {
      const errors = errorCodes.map(errorKind);
      send(request, response, { errors }, () => problemListPage(errors));
    })
    .all(onlyMethods('GET, HEAD'));
  router
    .route('/problems/:code')
    .get((request, response) => {
      const slug = request.params.code.toLowerCase();
      const code = errorCodes.find((one) => slugOf(one) === slug);
      if (!code) throw appError('NOT_FOUND');
      const view = errorView(code);
      send(request, response, view, () => problemPage(view));
    })
    .all(onlyMethods('GET, HEAD'));
  return router;
}

/** Programs that take anything get JSON: browsers always say that they take pages. */
function send(request: Request, response: Response, json: unknown, page: () => HomePage): void {
  response.vary('Accept');
  if (request.accepts('json', 'html') === 'html') return sendHomePage(response, page());
  response.set('Cache-Control', 'no-cache').json(json);
}
