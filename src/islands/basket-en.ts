import { startBasket } from '#lib/components/quotes/start-basket.ts';
import { basket } from '#lib/domain/i18n/messages/basket.en.ts';

startBasket('en', basket);
