/** Address of a stored file. Keys are ours, so only the slashes between their parts are left as they are. */
export const mediaUrl = (key: string): string => `/media/${key.split('/').map(encodeURIComponent).join('/')}`;
