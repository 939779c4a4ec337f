import type { PlayerExtrasMessages } from '#lib/domain/i18n/messages/player-extras.en.ts';

export const playerExtras: PlayerExtrasMessages = { ownWindow: 'Imagen en una ventana aparte' };
