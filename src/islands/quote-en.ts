import { startQuote } from '#lib/components/quotes/start-quote.ts';
import { quotes } from '#lib/domain/i18n/messages/quotes.en.ts';

startQuote('en', quotes.bar.basket);
