import { startLetter } from '#lib/components/campaigns/start-letter.ts';
import { basket } from '#lib/domain/i18n/messages/basket.es.ts';
import { letterTool } from '#lib/domain/i18n/messages/letter-tool.es.ts';

startLetter('es', letterTool, basket);
