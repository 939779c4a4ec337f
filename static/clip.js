// Plays only the range that a quote is about. Browsers stop at its end by themselves (media fragments); this also keeps
// whoever moves the knob, or plays once more, inside it.
for (const media of document.querySelectorAll('[data-clip]')) {
  const [start, end] = media.dataset.clip.split(',').map(Number);
  const isOutside = () => media.currentTime < start - 0.3 || media.currentTime >= end;
  media.addEventListener('play', () => {
    if (isOutside()) media.currentTime = start;
  });
  media.addEventListener('timeupdate', () => {
    if (media.currentTime >= end && !media.paused) media.pause();
  });
  media.addEventListener('seeked', () => {
    if (media.currentTime < start - 0.3) media.currentTime = start;
    else if (media.currentTime > end + 0.3) media.currentTime = end;
  });
}
