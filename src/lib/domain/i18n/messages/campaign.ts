import type { Locale } from '#lib/domain/i18n/locale.ts';
import { campaign as en, type CampaignMessages } from '#lib/domain/i18n/messages/campaign.en.ts';
import { campaign as es } from '#lib/domain/i18n/messages/campaign.es.ts';

export const campaignMessages = (locale: Locale): CampaignMessages => (locale === 'es' ? es : en);
