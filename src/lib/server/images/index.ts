export { drawPicture, mostPixels, type Drawn, type DrawnForm } from '#lib/server/images/draw.ts';
export { recordPicture, storePicture, type PictureUpload, type StoredPicture } from '#lib/server/images/store.ts';
