import type { KeyRing } from '@jobwire/runtime';
import { Router } from 'express';

import { readDerivative } from './read-derivative.ts';
import { readUpload } from './read-upload.ts';
import { createSignedUrls } from './signed-urls.ts';
import { type UploadDependencies, uploadImage } from './upload-image.ts';

/** The routes of uploads: `POST /upload-image`, `GET /uploads/:id`, `GET /uploads/:id/:preset`. */
export function uploadRoutes(dependencies: UploadDependencies & { keys: KeyRing }): Router {
  const { db, gatekeeper, storage, keys } = dependencies;
  const urls = createSignedUrls(keys);
  return Router()
    .post('/upload-image', uploadImage(dependencies))
    .get('/uploads/:id', readUpload(db, gatekeeper, urls))
    .get('/uploads/:id/:preset', readDerivative(db, storage, urls));
}
