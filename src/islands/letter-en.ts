import { startLetter } from '#lib/components/campaigns/start-letter.ts';
import { basket } from '#lib/domain/i18n/messages/basket.en.ts';
import { letterTool } from '#lib/domain/i18n/messages/letter-tool.en.ts';

startLetter('en', letterTool, basket);
