import '#lib/components/floor-fill.ts';
import { startRecording } from '#lib/components/recordings/live.svelte.ts';
import { live } from '#lib/domain/i18n/messages/live.en.ts';

startRecording(live);
