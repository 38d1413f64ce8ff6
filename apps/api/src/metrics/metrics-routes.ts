import { appError, type Config, type Metrics, sameText } from '@jobwire/runtime';
import { Router } from 'express';

/**
 * `GET /metrics` for Prometheus. In production it is there only for who knows METRICS_TOKEN, and looks to everybody else
 * like a path that does not exist.
 */
export function metricsRoutes(metrics: Metrics, config: Pick<Config, 'NODE_ENV' | 'METRICS_TOKEN'>): Router {
  const { METRICS_TOKEN } = config;
  const isKnown = (authorization: string | undefined): boolean => {
    if (METRICS_TOKEN === undefined) return metricsAreOpen(config);
    return sameText(authorization ?? '', `Bearer ${METRICS_TOKEN}`);
  };
  return Router().get('/metrics', async (request, response) => {
    if (!isKnown(request.get('authorization'))) throw appError('NOT_FOUND');
    const text = await metrics.text();
    response.set({ 'Content-Type': metrics.contentType, 'Cache-Control': 'no-store' }).send(text);
  });
}

/** Whether anybody may read the metrics: while developing, unless there is a token. */
export function metricsAreOpen({ NODE_ENV, METRICS_TOKEN }: Pick<Config, 'NODE_ENV' | 'METRICS_TOKEN'>): boolean {
  return METRICS_TOKEN === undefined && NODE_ENV !== 'production';
}
