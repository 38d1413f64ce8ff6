import { Resolver } from 'node:dns/promises';

import type { EmailPorts } from '@jobwire/jobs';
import { asError } from '@jobwire/runtime';

/** The questions that are asked of DNS. */
export type DomainResolver = Pick<Resolver, 'resolveMx' | 'resolve4' | 'resolve6'>;

/** How long an answer is believed, and how many are kept: a domain that is repaired should not wait for long. */
const limits = { keepMs: 5 * 60_000, domains: 10_000 };

/** No mail waits longer for DNS, in milliseconds, however many name servers there are. */
const mostMs = 5_000;

/** Make the resolver of this machine. */
export function systemResolver(): DomainResolver {
  return new Resolver({ timeout: 1_500, tries: 2 });
}

/** Make the port that asks nobody. */
export function unaskedDomains(): EmailPorts['domains'] {
  return { takesMail: () => Promise.resolve(true) };
}

/**
 * Make the look-up of domains: MX, else A or AAAA (RFC 5321 §5.1). A domain takes no mail when it says so (null MX, RFC
 * 7505) or when it has none of the three; trouble with DNS says nothing about it.
 *
 * @param now milliseconds of a clock that never goes back
 */
export function createDomains(resolver: DomainResolver, now = () => performance.now()): EmailPorts['domains'] {
  const known = new Map<string, { until: number; answer: Promise<boolean> }>();

  const look = async (domain: string): Promise<boolean> => {
    const [mx, v4, v6] = await Promise.all([
      records(resolver.resolveMx(domain)),
      records(resolver.resolve4(domain)),
      records(resolver.resolve6(domain)),
    ]);
    if (mx === 'trouble') return forget(domain);
    // The root as the only exchange is the null MX.
    if (mx.length > 0) return !mx.every(({ exchange }) => exchange === '' || exchange === '.');
    if (v4 === 'trouble' || v6 === 'trouble') return forget(domain);
    return v4.length + v6.length > 0;
  };
  /** What trouble hides is asked again next time. */
  const forget = (domain: string): true => {
    known.delete(domain);
    return true;
  };

  return {
    takesMail(domain) {
      const earlier = known.get(domain);
      if (earlier && earlier.until > now()) return earlier.answer;
      const answer = look(domain);
      known.delete(domain);
      known.set(domain, { until: now() + limits.keepMs, answer });
      // The first key is the oldest.
      for (const oldest of known.keys()) {
        if (known.size <= limits.domains) break;
        known.delete(oldest);
      }
      return answer;
    },
  };
}

/** The records of an answer, none when there are none, or that nobody could say. */
async function records<Item>(answer: Promise<Item[]>): Promise<Item[] | 'trouble'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'trouble'>((resolve) => {
    timer = setTimeout(() => resolve('trouble'), mostMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    const failure: NodeJS.ErrnoException = asError(error);
    return failure.code === 'ENODATA' || failure.code === 'ENOTFOUND' ? [] : 'trouble';
  } finally {
    clearTimeout(timer);
  }
}
