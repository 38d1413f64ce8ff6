import { setTimeout as sleep } from 'node:timers/promises';

import { createGate, type Gate } from './gate.ts';
import { createSeen, type Seen } from './seen.ts';
import type { SmtpFault, SmtpPhase, SmtpScript } from './smtp-script.ts';
import type { SmtpWire } from './smtp-wire.ts';

/**
 * How a session continues after a phase: `on` with the usual reply, `answered` without it, `refused` with nothing done,
 * or not at all.
 */
export type Continuation = 'on' | 'answered' | 'refused' | 'gone';

/** A client, as far as faults concern it. */
export interface SmtpGuest {
  wire: SmtpWire;
  /** Of the mail that is under way. */
  to: readonly string[];
}

/** A phase that a session has reached. */
export interface ReachedPhase {
  phase: SmtpPhase;
  to: readonly string[];
}

/** Where sessions meet the script. */
export interface SmtpStage {
  /** The phases that sessions have reached, in order. */
  readonly reached: Seen<ReachedPhase>;
  /** Play what the script says for this phase. `arrived` runs first, with the fault if there is one. */
  play(phase: SmtpPhase, guest: SmtpGuest, arrived?: (fault: SmtpFault | undefined) => void): Promise<Continuation>;
  /** Let hanging sessions go on: all, or those whose fault is for this address. */
  release(to?: string): void;
}

/** Make the stage of one server. */
export function createSmtpStage(script: SmtpScript): SmtpStage {
  const reached = createSeen<ReachedPhase>();
  const gates = new Map<string | undefined, Gate>();

  const gateOf = (to: string | undefined): Gate => {
    const gate = gates.get(to) ?? createGate();
    gates.set(to, gate);
    gate.close();
    return gate;
  };
  return {
    reached,
    async play(phase, guest, arrived) {
      const fault = script.take(phase, guest.to);
      // Before anybody hears of the phase: who releases on hearing must find it hanging.
      const hanging = fault && 'hang' in fault ? gateOf(fault.to).passage() : undefined;
      arrived?.(fault);
      reached.add({ phase, to: [...guest.to] });
      if (fault === undefined) return 'on';
      if (hanging) return hanging.then(() => 'on');
      return misbehave(fault, guest.wire);
    },
    release(to) {
      for (const [address, gate] of gates) if (to === undefined || address === to) gate.open();
    },
  };
}

async function misbehave(fault: SmtpFault, wire: SmtpWire): Promise<Continuation> {
  if ('reply' in fault) {
    wire.write(replyText(fault.reply, fault.text ?? 'as scripted'));
    if (fault.reply !== 421) return 'refused';
    wire.end();
    return 'gone';
  }
  if ('raw' in fault) {
    wire.write(fault.raw);
    return /^[23]/.test(fault.raw) ? 'answered' : 'refused';
  }
  if ('trickleMs' in fault) {
    wire.write('250-');
    for (; wire.open; await sleep(fault.trickleMs)) wire.write('.');
    return 'gone';
  }
  wire.cut();
  return 'gone';
}

/** A reply; its last line is marked by a space (RFC 5321 §4.2.1). */
export function replyText(code: number, text: string): string {
  const lines = text.split('\n');
  return lines.map((line, index) => `${code}${index === lines.length - 1 ? ' ' : '-'}${line}\r\n`).join('');
}
