import { startBasket } from '#lib/components/quotes/start-basket.ts';
import { basket } from '#lib/domain/i18n/messages/basket.es.ts';

startBasket('es', basket);
