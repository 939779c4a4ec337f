/** Words of what the player loads when somebody turns to it. */
export const playerExtras = { ownWindow: 'Picture in a window of its own' };
export type PlayerExtrasMessages = typeof playerExtras;
