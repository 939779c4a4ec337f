export { makeProduction, produceKind } from '#lib/server/productions/make.ts';
export { publishIn } from '#lib/server/productions/publish.ts';
export { retireStandIns } from '#lib/server/productions/stand-ins.ts';
export {
  choosePoster,
  giveUpProduction,
  publishProduction,
  retryProduction,
  startProduction,
  type WantedProduction,
  type WantedSound
} from '#lib/server/productions/service.ts';
export { productionById, productionsOf, stepOf, stepsOf, type Production } from '#lib/server/productions/store.ts';
export { includeAgain, leaveOut, listOmissions, redactCaptions, redactKind } from '#lib/server/productions/omit.ts';
export { saveChapters } from '#lib/server/productions/chapters.ts';
export { getMediaDesk, listMedia, placeSound } from '#lib/server/productions/desk.ts';
