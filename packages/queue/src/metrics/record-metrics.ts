import type { Database } from '@jobwire/db';
import type { Metrics } from '@jobwire/runtime';

/** Declare what is measured of a process's connections to the record. */
export function recordMetrics(metrics: Metrics, db: Pick<Database, 'connections'>): void {
  metrics.gauge(
    {
      name: 'jobwire_database_connections',
      help: 'Connections of this process to PostgreSQL: busy, idle, and requests that wait for one',
      labels: ['state'],
    },
    () => Object.entries(db.connections()).map(([state, value]) => ({ labels: { state }, value })),
  );
}
