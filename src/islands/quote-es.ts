import { startQuote } from '#lib/components/quotes/start-quote.ts';
import { quotes } from '#lib/domain/i18n/messages/quotes.es.ts';

startQuote('es', quotes.bar.basket);
