import { createId } from '@modu/ids';
import type { ServiceViewer, UserViewer } from '@modu/viewer';

/** A person nobody has seen before. */
export function aPerson(locale: 'en' | 'ko' = 'en'): UserViewer {
  return { kind: 'user', userId: createId(), role: 'MEMBER', locale };
}

/** One of our services, acting for a person or for nobody. */
export function aService(actingFor?: string): ServiceViewer {
  return { kind: 'service', service: 'generation', locale: 'en', ...(actingFor ? { actingFor } : {}) };
}
