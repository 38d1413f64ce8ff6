import { z } from 'zod';

const checks = z
  .record(z.string(), z.string())
  .meta({ description: 'What this process needs: `ok`, or what is wrong', examples: [{ database: 'ok' }] });

/** The answer of `/readyz`. */
export const readinessSchema = z.object({ status: z.enum(['ready', 'not ready', 'stopping']), checks });

/** The answer of `/health`. */
export const healthSchema = z.object({
  status: z.enum(['healthy', 'unhealthy']),
  checks,
  version: z.string(),
  engine: z.string().meta({ description: 'What runs the jobs', examples: ['redis', 'postgres'] }),
  sockets: z.int().meta({ description: 'How many are open in this process' }),
  engineReady: z.boolean().meta({ description: 'Without its engine work is still accepted' }),
});
