import { Agent } from 'node:http';

import fc from 'fast-check';

import { type ApiDocument, readDocument } from './document.ts';
import { createJudge } from './judge.ts';
import { type Plan, plansFor } from './plan.ts';
import { createRenewal } from './renewal.ts';
import { type Received, send, type Sent } from './send.ts';
import type { Target } from './target.ts';
import { toRequest } from './to-request.ts';

/** How much is tried. */
export interface FuzzOptions {
  requests: number;
  /** The same seed makes the same requests, but for ids and tokens. */
  seed: number;
  /** Requests at once. */
  lanes: number;
  /** Told now and then. */
  onProgress?: (done: number) => void;
}

/** Something that the API should not have done; the first of its kind stands for all. */
export interface Finding {
  /** Method and path of the document. */
  route: string;
  problem: string;
  times: number;
  caller: string;
  sent: Sent;
  received: Received;
  /** What the API wrote about this request, if anything. */
  log: string;
}

/** What was tried, and what came of it. */
export interface FuzzReport {
  /** Answers by route and status. */
  counts: ReadonlyMap<string, ReadonlyMap<number, number>>;
  findings: readonly Finding[];
}

/** Requests of one operation that are made at a time: making them one by one costs ten times as much. */
const batch = 10;

/** Looks after the cast once in so many requests. */
const renewEvery = 20;

/** Send requests that the served document describes, right and wrong, and judge every answer by the document. */
export async function fuzz(target: Target, { requests, seed, lanes, onProgress }: FuzzOptions): Promise<FuzzReport> {
  const { api, cast } = target;
  const document = await readDocument(api.url);
  const judge = createJudge(document);
  const renewal = createRenewal(api.url, cast);
  const url = new URL(api.url);
  const agent = new Agent({ keepAlive: true, maxSockets: lanes });
  const counts = new Map<string, Map<number, number>>();
  const findings = new Map<string, Finding>();
  const plans = allPlans(document, seed);
  let done = 0;
  let gone = false;
  void api.ended.then(() => (gone = true));

  const one = async (plan: Plan): Promise<void> => {
    const sent = toRequest(plan, cast);
    const received = await send(url, agent, sent);
    const route = `${plan.operation.method} ${plan.operation.path}`;
    count(counts, route, received.status);
    const problem = judge(plan, received);
    if (problem !== undefined) note(findings, { route, problem, caller: plan.caller, sent, received }, api.output());
  };
  const lane = async (): Promise<void> => {
    while (done < requests && !gone) {
      done += 1;
      if (done % renewEvery === 0) renewal.look();
      if (done % 1_000 === 0) onProgress?.(done);
      await one(plans.next().value);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await renewal.settled();
  agent.destroy();
  return { counts, findings: [...findings.values(), ...(await ofTheProcess(target))] };
}

/** Plans without end: every operation in turn. */
function* allPlans(document: ApiDocument, seed: number): Generator<Plan, never> {
  const generators = document.operations.map((operation) => plansFor(operation, document));
  for (let round = 0; ; round += 1) {
    for (const [index, plans] of generators.entries()) {
      yield* fc.sample(plans, { seed: seed + round * generators.length + index, numRuns: batch });
    }
  }
}

function count(counts: Map<string, Map<number, number>>, route: string, status: number): void {
  const statuses = counts.get(route) ?? new Map<number, number>();
  counts.set(route, statuses.set(status, (statuses.get(status) ?? 0) + 1));
}

function note(findings: Map<string, Finding>, finding: Omit<Finding, 'times' | 'log'>, output: string): void {
  const key = `${finding.route} ${finding.problem.replaceAll(/\d+/g, '0').slice(0, 120)}`;
  const known = findings.get(key);
  const id = String(finding.received.headers['x-request-id']);
  const log = output.split('\n').filter((line) => line.includes(id));
  findings.set(key, known ? { ...known, times: known.times + 1 } : { ...finding, times: 1, log: log.join('\n') });
}

/** What went wrong with the process as a whole. */
async function ofTheProcess({ api }: Target): Promise<Finding[]> {
  const lines = api
    .output()
    .split('\n')
    .filter((line) => /unhandled|uncaught|process\.crash|request\.failed/i.test(line));
  const alive = await fetch(`${api.url}/livez`).then(
    ({ ok }) => ok,
    () => false,
  );
  const problems = [...lines.slice(0, 3), ...(alive ? [] : ['the process is gone'])];
  const nothing = { method: '', path: '', headers: {}, body: undefined };
  return problems.map((problem) => ({
    route: 'the process',
    problem,
    times: 1,
    caller: '',
    sent: nothing,
    received: { status: 0, headers: {}, body: Buffer.alloc(0) },
    log: api.output().slice(-2_000),
  }));
}
