import type { App } from '../app.ts';
import type { Operations } from './operations.ts';
import { operatorsWords } from './words.ts';

const engines: Readonly<Record<string, string>> = { redis: 'Redis', postgres: 'PostgreSQL' };

/** How the process that answered is. */
export function HealthStrip({ app, operations }: { app: App; operations: Operations }) {
  const language = app.language.value;
  const words = operatorsWords[language].health;
  const health = operations.health.value;
  if (health === undefined) return null;
  if (health === null) return <span class="badge bad">{words.unhealthy}</span>;
  return (
    <ul class="row" aria-label={words.title}>
      <li class="badge good">{words.healthy}</li>
      <li class="badge">{words.version(health.version)}</li>
      <li class="badge">{words.engine(engines[health.engine] ?? health.engine)}</li>
      <li class={`badge ${health.engineReady ? 'good' : 'warn'}`}>{health.engineReady ? words.ready : words.away}</li>
      <li class="badge number">{words.sockets(new Intl.NumberFormat(language).format(health.sockets))}</li>
    </ul>
  );
}
