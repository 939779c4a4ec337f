import { checkTrack, readCues, type TrackToCheck } from '#lib/domain/captions/checks/index.ts';
import type { Finding } from '#lib/domain/captions/checks/types.ts';
import { findInTexts, type FindRequest, type Match } from '#lib/domain/captions/edit/find.ts';
import { activityOfPeaks } from '#lib/domain/captions/checks/delay.ts';
import type { SpokenCue } from '#lib/domain/captions/types.ts';
import type { OtherCue } from '#lib/components/caption-editor/data.ts';

export type Work =
  | { kind: 'find'; texts: readonly string[]; request: FindRequest }
  | {
      kind: 'check';
      cues: readonly SpokenCue[];
      language: string | null;
      other: { language: string | null; cues: readonly OtherCue[] } | null;
      peaks: Int8Array | null;
      perSecond: number;
    };
export type Done =
  { kind: 'find'; matches: Match[] } | { kind: 'check'; findings: Finding[] } | { kind: 'bad-pattern' };

function check({ cues, language, other, peaks, perSecond }: Extract<Work, { kind: 'check' }>): Finding[] {
  const there = other && {
    language: other.language,
    cues: readCues(
      other.cues.map((cue) => ({ ...cue, id: '', settings: '', mark: null })),
      'vtt'
    )
  };
  const track: TrackToCheck = {
    cues: readCues(cues, 'vtt'),
    language,
    other: there,
    sound: peaks && activityOfPeaks(peaks, perSecond)
  };
  return checkTrack(track);
}

const done = (message: Done) => {
  postMessage(message);
};

// what takes long, away from the page; a pattern that takes too long ends with its worker
addEventListener('message', ({ data }: MessageEvent<Work>) => {
  if (data.kind === 'check') return done({ kind: 'check', findings: check(data) });
  try {
    done({ kind: 'find', matches: findInTexts(data.texts, data.request) });
  } catch {
    done({ kind: 'bad-pattern' });
  }
});
