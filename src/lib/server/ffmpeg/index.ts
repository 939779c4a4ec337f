export { findCage } from '#lib/server/ffmpeg/cage.ts';
export { findFfmpeg, isMendedVersion, type Ffmpeg } from '#lib/server/ffmpeg/find.ts';
export { probeFile, sniffFile } from '#lib/server/ffmpeg/probe.ts';
export { ffmpeg, FfmpegFailed, readingOf, workLimits, type Source } from '#lib/server/ffmpeg/run.ts';
