import type { Verb } from '#lib/domain/access/action.ts';
import type { PublicationState } from '#lib/domain/archive/types.ts';

export const steps = ['submit', 'take-back', 'publish', 'unlist', 'schedule', 'withdraw', 'delete', 'restore'] as const;
export type Step = (typeof steps)[number];

interface Rule {
  from: readonly PublicationState[];
  to: PublicationState;
  verb: Verb;
}

/** The whole life cycle: from which states a step leads where, and which permission it needs. */
export const lifeCycle: Record<Step, Rule> = {
  submit: { from: ['draft'], to: 'submitted', verb: 'submit' },
  'take-back': { from: ['submitted', 'scheduled'], to: 'draft', verb: 'edit' },
  publish: {
    from: ['draft', 'submitted', 'scheduled', 'unlisted', 'withdrawn', 'public'],
    to: 'public',
    verb: 'publish'
  },
  unlist: { from: ['draft', 'submitted', 'scheduled', 'public', 'withdrawn'], to: 'unlisted', verb: 'publish' },
  schedule: { from: ['draft', 'submitted', 'scheduled', 'withdrawn'], to: 'scheduled', verb: 'publish' },
  withdraw: { from: ['public', 'unlisted', 'scheduled'], to: 'withdrawn', verb: 'withdraw' },
  delete: {
    from: ['draft', 'submitted', 'scheduled', 'unlisted', 'public', 'withdrawn'],
    to: 'deleted',
    verb: 'delete'
  },
  restore: { from: ['deleted'], to: 'draft', verb: 'delete' }
};

/** How long what was deleted can be brought back. */
export const restorableMs = 30 * 24 * 3_600_000;
