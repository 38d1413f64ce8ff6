import { type AppError, appError } from '@jobwire/runtime';
import type { Request } from 'express';

/**
 * Watch that a body keeps coming: report the client that went away, sends nothing for `idleMs`, or takes more than
 * `totalMs`.
 *
 * @returns stop watching
 */
export function watchProgress(
  request: Request,
  limits: { idleMs: number; totalMs: number },
  onFailure: (error: AppError) => void,
): () => void {
  const late = (): void => onFailure(appError('UPLOAD_TIMEOUT'));
  const idle = setTimeout(late, limits.idleMs);
  const total = setTimeout(late, limits.totalMs);
  const onData = (): void => void idle.refresh();
  const onClose = (): void => {
    if (!request.complete) onFailure(appError('BAD_REQUEST', { detail: 'The body ended too early' }));
  };
  request.on('data', onData);
  request.on('close', onClose);
  request.on('error', onClose);
  return () => {
    clearTimeout(idle);
    clearTimeout(total);
    request.off('data', onData);
    request.off('close', onClose);
    request.off('error', onClose);
  };
}
