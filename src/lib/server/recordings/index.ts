export { downloadTypes, downloadUrl, getDownload, type Download } from '#lib/server/recordings/downloads.ts';
export {
  getRecordingPage,
  type FoundRecording,
  type ReadingChoice,
  type TranscriptView
} from '#lib/server/recordings/service.ts';
export { heardSpeakers, type LabelOfSpeaker } from '#lib/server/recordings/speakers.ts';
export {
  outlineOf,
  recordingCards,
  recordingCardsById,
  type Outline,
  type RecordingCard
} from '#lib/server/recordings/cards.ts';
export {
  cuesOfVersion,
  momentsOf,
  partsOf,
  passageNotesOf,
  publicVersion,
  speakersOf,
  type RecordingParts,
  type TrackVersionRow
} from '#lib/server/recordings/store.ts';
export { drawPoster } from '#lib/server/recordings/poster.ts';
export { formatOfVersion, spokenTrack, writers } from '#lib/server/recordings/spoken-track.ts';
export { mediaOf, soundsOf } from '#lib/server/recordings/tracks.ts';
export { getPlaylist } from '#lib/server/recordings/playlists.ts';
