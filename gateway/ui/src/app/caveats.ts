import type { About } from '../api/about';
import type { Me } from '../api/me';
import type { Notice } from '../kit/notices';

/** What a reader of any page has to know of the gateway that answers, and of what it does not tell them. */
export function caveatsOf(about: About | undefined, me?: Me): (Notice & { id: string })[] {
  if (about === undefined) {
    return [];
  }
  const caveats: (Notice & { id: string })[] = [];
  if (me?.everything === false) {
    caveats.push({
      id: 'restricted',
      type: 'info',
      content: `You are ${me.name}. Every figure and list is of what is granted to you, and of nothing else.`,
    });
  }
  if (about.open) {
    caveats.push({
      id: 'open',
      type: 'warning',
      content: 'This gateway is open beyond its own machine and has no access control: whoever reaches it reads everything.',
    });
  }
  if (!about.ready) {
    caveats.push({
      id: 'starting',
      type: 'in-progress',
      content: `The gateway is still starting${about.waitingFor === undefined ? '' : `: it waits for ${about.waitingFor}`}. Pages may be incomplete.`,
    });
  } else if (!about.kafkaAnswers) {
    caveats.push({
      id: 'memory',
      type: 'warning',
      content: `Kafka does not answer. What is shown comes from memory and may be ${aged(about.ageSeconds)} old.`,
    });
  }
  return caveats;
}

function aged(seconds: number): string {
  return seconds < 120 ? `${seconds} seconds` : `${Math.round(seconds / 60)} minutes`;
}
