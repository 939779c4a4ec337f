// Both sounds on one time line, by seed/standin/README.md, section 2. All times are whole milliseconds.
const LEAD_MS = 300;
const TAIL_MS = 1000;
const INTERPRETER_LAG_MS = 600;
const INTERPRETER_BREATH_MS = 200;
const CHAPTER_WAIT_MS = 350;

/**
 * `clips[language][i].durationMs` → for each sentence when its original and its interpretation sound.
 * Before a chapter starts the original waits until the interpreter has caught up.
 */
export function placeClips(script, clips) {
  const { pause_ms: pauseMs, chapter_pause_ms: chapterPauseMs } = script.speech;
  const places = [];
  let originalEnd = 0;
  let interpretationEnd = 0;
  for (const [index, sentence] of script.sentences.entries()) {
    const previous = script.sentences[index - 1];
    let startMs = LEAD_MS;
    if (previous) {
      const newChapter = previous.chapter !== sentence.chapter;
      startMs = originalEnd + (newChapter ? chapterPauseMs : pauseMs);
      if (newChapter) startMs = Math.max(startMs, interpretationEnd + CHAPTER_WAIT_MS);
    }
    originalEnd = startMs + clips[script.original][index].durationMs;
    const lateMs = Math.max(startMs + INTERPRETER_LAG_MS, previous ? interpretationEnd + INTERPRETER_BREATH_MS : 0);
    interpretationEnd = lateMs + clips[script.other][index].durationMs;
    places.push({
      sentence,
      original: { startMs, endMs: originalEnd },
      interpretation: { startMs: lateMs, endMs: interpretationEnd }
    });
  }
  return { places, durationMs: Math.max(originalEnd, interpretationEnd) + TAIL_MS };
}

/** A chapter starts with its first sentence and lasts until the next one. */
export function placeChapters(script, { places, durationMs }) {
  const starts = script.chapters.map(
    (chapter) => places.find(({ sentence }) => sentence.chapter === chapter.id).original.startMs
  );
  return script.chapters.map((chapter, index) => ({
    ...chapter,
    startMs: starts[index],
    endMs: starts[index + 1] ?? durationMs
  }));
}
