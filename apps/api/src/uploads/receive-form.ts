import type { Readable } from 'node:stream';

import { type AppError, appError } from '@jobwire/runtime';
import type { Storage } from '@jobwire/storage';
import busboy, { type Busboy, type FileInfo } from 'busboy';
import type { Request } from 'express';

import { fileTooLarge, type ReceivedImage, receiveImage } from './receive-image.ts';
import { formOverheadBytes, type UploadLimits } from './upload-limits.ts';
import { watchProgress } from './watch-progress.ts';

/** The one field that a form must have. */
const imageField = 'image';

/** Longest name of a field. */
const maxFieldName = 100;

/**
 * Receive a form with one image in the field `image`. When this throws, nothing of it is kept; the rest of the body may
 * still be on its way.
 *
 * @throws AppError MULTIPART_REQUIRED, MULTIPART_MALFORMED, FILE_REQUIRED, UNEXPECTED_FIELD, TOO_MANY_FILES,
 * TOO_MANY_FIELDS, FIELD_TOO_LARGE, UPLOAD_TIMEOUT, BAD_REQUEST (the client is gone), and what `receiveImage` throws
 */
export async function receiveForm(request: Request, storage: Storage, limits: UploadLimits): Promise<ReceivedImage> {
  const form = formOf(request, limits);
  let image: Promise<ReceivedImage> | undefined;
  try {
    return await endOf(request, form, limits, (file, info) => {
      image = receiveImage(file, info, storage, limits);
      return image;
    });
  } catch (error) {
    request.unpipe(form);
    form.destroy();
    // The second half of a form may be what is wrong with it: the file before it was received whole.
    const whole = await image?.catch(() => undefined);
    if (whole) await storage.discard(whole.temp);
    throw error;
  }
}

type Receive = (file: Readable, info: FileInfo) => Promise<ReceivedImage>;

/** Read the form; the first event that decides its fate settles the promise. */
function endOf(request: Request, form: Busboy, limits: UploadLimits, receive: Receive): Promise<ReceivedImage> {
  let unwatch = (): void => undefined;
  const ended = new Promise<ReceivedImage>((resolve, reject) => {
    let image: Promise<ReceivedImage> | undefined;
    // busboy says undefined for an empty name, whatever its types say.
    form.on('file', (field: string | undefined, file, info) => {
      // Destroying the form destroys the file with an error that says nothing new.
      file.on('error', () => undefined);
      if (field !== imageField) {
        file.resume();
        return reject(unexpectedField(field ?? ''));
      }
      image = receive(file, info);
      image.catch(reject);
    });
    form.on('field', (name: string | undefined, _value, { valueTruncated }) => {
      // busboy has no limit of its own for names in multipart forms.
      if (valueTruncated || (name ?? '').length > maxFieldName) reject(appError('FIELD_TOO_LARGE'));
    });
    form.on('filesLimit', () => reject(appError('TOO_MANY_FILES')));
    form.on('fieldsLimit', () => reject(appError('TOO_MANY_FIELDS')));
    form.on('partsLimit', () => reject(appError('TOO_MANY_FIELDS')));
    form.on('error', (error) => reject(appError('MULTIPART_MALFORMED', { cause: error })));
    form.on('close', () => {
      if (image) void image.then(resolve, reject);
      else reject(fileRequired());
    });
    unwatch = watchProgress(request, limits, reject);
    request.pipe(form);
  });
  return ended.finally(() => unwatch());
}

function formOf(request: Request, limits: UploadLimits): Busboy {
  if (!request.is('multipart/form-data')) throw appError('MULTIPART_REQUIRED');
  if (Number(request.get('content-length')) > limits.maxBytes + formOverheadBytes) throw fileTooLarge(limits.maxBytes);
  try {
    return busboy({
      headers: request.headers,
      defParamCharset: 'utf8',
      preservePath: true,
      limits: {
        // busboy reports a file of exactly the limit as cut off.
        fileSize: limits.maxBytes + 1,
        files: 1,
        fields: 10,
        parts: 12,
        fieldSize: 1_024,
        headerPairs: 20,
      },
    });
  } catch (error) {
    throw appError('MULTIPART_MALFORMED', { cause: error });
  }
}

const fileRequired = (): AppError =>
  appError('FILE_REQUIRED', {
    detail: 'Send the image in the form field "image"',
    errors: [{ pointer: '/image', code: 'FILE_REQUIRED', message: 'The field "image" is missing' }],
  });

const unexpectedField = (field: string): AppError =>
  appError('UNEXPECTED_FIELD', {
    detail: `Send the image in the form field "image", not "${field.slice(0, 64)}"`,
    errors: [{ pointer: '/image', code: 'UNEXPECTED_FIELD', message: 'The file must be in the field "image"' }],
  });
