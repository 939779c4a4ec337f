CREATE TABLE "files" (
	"key" text PRIMARY KEY NOT NULL,
	"bytes" bigint NOT NULL,
	"sha256" text NOT NULL,
	"mime_type" text NOT NULL,
	"original_name" text,
	"audience" text DEFAULT 'public' NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "glossary" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"domain" text NOT NULL,
	"note" jsonb,
	"en_term" text NOT NULL,
	"en_variants" jsonb NOT NULL,
	"en_not_our_word" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"es_term" text NOT NULL,
	"es_variants" jsonb NOT NULL,
	"es_not_our_word" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "images" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"file_key" text,
	"credit_organization_id" text,
	"credit" jsonb,
	"alt" jsonb NOT NULL,
	"text_in_image" jsonb,
	"width" bigint,
	"height" bigint,
	CONSTRAINT "images_uuid_unique" UNIQUE("uuid")
);
--> statement-breakpoint
CREATE TABLE "import_marks" (
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"field" text NOT NULL,
	"hash" text NOT NULL,
	"imported_at" bigint NOT NULL,
	CONSTRAINT "import_marks_kind_object_id_field_pk" PRIMARY KEY("kind","object_id","field")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"places" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "object_links" (
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"relation" text NOT NULL,
	"target_id" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "object_links_object_kind_object_id_relation_target_id_pk" PRIMARY KEY("object_kind","object_id","relation","target_id")
);
--> statement-breakpoint
CREATE TABLE "organization_links" (
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"organization_id" text NOT NULL,
	"role" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "organization_links_object_kind_object_id_organization_id_role_pk" PRIMARY KEY("object_kind","object_id","organization_id","role"),
	CONSTRAINT "organization_links_role" CHECK ("organization_links"."role" in ('organizer', 'cosponsor', 'sponsor', 'host', 'speaker_organization', 'resource_publisher', 'action_platform'))
);
--> statement-breakpoint
CREATE TABLE "person_links" (
	"object_kind" text NOT NULL,
	"object_id" text NOT NULL,
	"person_id" text NOT NULL,
	"role" text NOT NULL,
	"position" bigint NOT NULL,
	CONSTRAINT "person_links_object_kind_object_id_person_id_role_pk" PRIMARY KEY("object_kind","object_id","person_id","role"),
	CONSTRAINT "person_links_role" CHECK ("person_links"."role" in ('speaker', 'panelist', 'moderator', 'interpreter', 'captioner', 'translator', 'volunteer', 'staff', 'contact', 'statement', 'public_official'))
);
--> statement-breakpoint
CREATE TABLE "resources" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"organization_id" text,
	"title" jsonb NOT NULL,
	"title_origin" jsonb,
	"language" text,
	"url" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "site" (
	"id" text PRIMARY KEY NOT NULL,
	"title" jsonb NOT NULL,
	"short_title" jsonb NOT NULL,
	"tagline" jsonb,
	"description" jsonb,
	"license" jsonb,
	"contact" jsonb,
	"default_locale" text DEFAULT 'en' NOT NULL,
	"text_status" text,
	"vocabulary" jsonb,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "slugs" (
	"kind" text NOT NULL,
	"locale" text NOT NULL,
	"slug" text NOT NULL,
	"object_id" text NOT NULL,
	"is_current" boolean DEFAULT true NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "slugs_kind_locale_slug_pk" PRIMARY KEY("kind","locale","slug")
);
--> statement-breakpoint
CREATE TABLE "source_documents" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"label" jsonb NOT NULL,
	"url" text,
	"publisher" text,
	"language" text,
	"copied_on" text,
	"lines" jsonb,
	"rights" jsonb,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "source_links" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"url" text,
	"represented_by" text NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "institutions" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"name" jsonb NOT NULL,
	"url" text,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organizations" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"position" bigint,
	"short_name" text NOT NULL,
	"name" jsonb,
	"name_language" text,
	"name_origin" text DEFAULT 'source' NOT NULL,
	"url" text,
	"note" jsonb,
	CONSTRAINT "organizations_uuid_unique" UNIQUE("uuid"),
	CONSTRAINT "organizations_name_origin" CHECK ("organizations"."name_origin" in ('source', 'editor', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"name" text NOT NULL,
	"kind" text DEFAULT 'campaign' NOT NULL,
	"display" text DEFAULT 'full_name' NOT NULL,
	"pseudonym" jsonb,
	"consent" text DEFAULT 'to_confirm' NOT NULL,
	"publish_name" text,
	"organization_id" text,
	"institution_id" text,
	"roles" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"office" jsonb,
	"bio" jsonb,
	"portrait_image_id" text,
	"email" text,
	CONSTRAINT "people_uuid_unique" UNIQUE("uuid"),
	CONSTRAINT "people_kind" CHECK ("people"."kind" in ('campaign', 'public_official', 'other')),
	CONSTRAINT "people_display" CHECK ("people"."display" in ('full_name', 'pseudonym', 'hidden')),
	CONSTRAINT "people_consent" CHECK ("people"."consent" in ('confirmed', 'to_confirm', 'refused', 'not_needed'))
);
--> statement-breakpoint
CREATE TABLE "withheld_statements" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"topic" jsonb NOT NULL,
	"reason" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "event_replacements" (
	"event_id" text NOT NULL,
	"replaced_by_id" text NOT NULL,
	"inferred" boolean DEFAULT false NOT NULL,
	CONSTRAINT "event_replacements_event_id_replaced_by_id_pk" PRIMARY KEY("event_id","replaced_by_id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"series_id" text,
	"series_position" bigint,
	"title" jsonb NOT NULL,
	"title_origin" jsonb,
	"summary" jsonb,
	"description" jsonb,
	"date" jsonb NOT NULL,
	"sort_date" text,
	"starts_at" bigint,
	"ends_at" bigint,
	"time_zone" text,
	"duration_ms" bigint,
	"place" jsonb,
	"venue" jsonb,
	"online_url" text,
	"attendance" text,
	"background" boolean DEFAULT false NOT NULL,
	"registration" jsonb,
	"cost" jsonb,
	"access" jsonb,
	"contact" jsonb,
	"flyer_image_id" text,
	"thanks" jsonb,
	"panel" jsonb,
	"organizations_note" jsonb,
	"local_hosts" jsonb,
	"figures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "events_uuid_unique" UNIQUE("uuid"),
	CONSTRAINT "events_kind" CHECK ("events"."kind" in ('tour_stop', 'webinar', 'petition_delivery', 'protest', 'panel', 'talk', 'meeting', 'screening', 'other'))
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"title_origin" jsonb,
	"description" jsonb,
	"thanks" jsonb,
	"status" text,
	"replaced_by_id" text,
	CONSTRAINT "series_uuid_unique" UNIQUE("uuid")
);
--> statement-breakpoint
CREATE TABLE "status_changes" (
	"event_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"changed" jsonb NOT NULL,
	"previous_start" jsonb,
	"reason" jsonb,
	"note" jsonb,
	"replaced_by_id" text,
	"inferred" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"recorded_at" bigint NOT NULL,
	CONSTRAINT "status_changes_event_id_position_pk" PRIMARY KEY("event_id","position"),
	CONSTRAINT "status_changes_kind" CHECK ("status_changes"."kind" in ('planned', 'scheduled', 'postponed', 'rescheduled', 'moved_online', 'cancelled', 'held'))
);
--> statement-breakpoint
CREATE TABLE "timeline_entries" (
	"id" text PRIMARY KEY NOT NULL,
	"position" bigint NOT NULL,
	"date" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"basis" jsonb,
	"event_id" text,
	"series_id" text,
	"person_ids" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"figures" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audio_tracks" (
	"recording_id" text NOT NULL,
	"id" text NOT NULL,
	"position" bigint NOT NULL,
	"role" text NOT NULL,
	"language" text,
	"label" jsonb,
	"method" text DEFAULT 'unknown' NOT NULL,
	"derived_from" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"held" boolean NOT NULL,
	"stand_in" boolean DEFAULT false NOT NULL,
	"existed_live" boolean,
	"recorded" boolean,
	"silences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "audio_tracks_recording_id_id_pk" PRIMARY KEY("recording_id","id"),
	CONSTRAINT "audio_tracks_role" CHECK ("audio_tracks"."role" in ('original', 'interpretation', 'translation', 'mixed', 'description', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "chapters" (
	"recording_id" text NOT NULL,
	"position" bigint NOT NULL,
	"start_ms" bigint NOT NULL,
	"end_ms" bigint NOT NULL,
	"title" jsonb NOT NULL,
	CONSTRAINT "chapters_recording_id_position_pk" PRIMARY KEY("recording_id","position")
);
--> statement-breakpoint
CREATE TABLE "cues" (
	"id" bigint PRIMARY KEY NOT NULL,
	"start_ms" bigint NOT NULL,
	"end_ms" bigint NOT NULL,
	"text" text NOT NULL,
	"speaker_id" text,
	"mark" bigint,
	"identifier" text,
	"settings" text,
	"voice" text,
	"language" text
);
--> statement-breakpoint
CREATE TABLE "moments" (
	"id" bigint PRIMARY KEY NOT NULL,
	"start_ms" bigint NOT NULL,
	"end_ms" bigint NOT NULL,
	"spans" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reading_tracks" (
	"recording_id" text NOT NULL,
	"language" text NOT NULL,
	"track_id" text NOT NULL,
	"version_id" bigint NOT NULL,
	CONSTRAINT "reading_tracks_recording_id_language_pk" PRIMARY KEY("recording_id","language")
);
--> statement-breakpoint
CREATE TABLE "recording_speakers" (
	"recording_id" text NOT NULL,
	"id" text NOT NULL,
	"position" bigint NOT NULL,
	"labels" jsonb NOT NULL,
	"person_id" text,
	CONSTRAINT "recording_speakers_recording_id_id_pk" PRIMARY KEY("recording_id","id")
);
--> statement-breakpoint
CREATE TABLE "recordings" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"number" bigint NOT NULL,
	"event_id" text,
	"series_id" text,
	"title" jsonb NOT NULL,
	"title_origin" jsonb,
	"description" jsonb,
	"recorded_on" text,
	"duration_ms" bigint,
	"media_state" text DEFAULT 'none' NOT NULL,
	"stand_in_made_on" text,
	"media_facts" jsonb,
	CONSTRAINT "recordings_uuid_unique" UNIQUE("uuid"),
	CONSTRAINT "recordings_media_state" CHECK ("recordings"."media_state" in ('none', 'stand_in', 'held'))
);
--> statement-breakpoint
CREATE TABLE "renditions" (
	"recording_id" text NOT NULL,
	"id" text NOT NULL,
	"kind" text NOT NULL,
	"audio_track_id" text,
	"language" text,
	"file_key" text NOT NULL,
	"bytes" bigint NOT NULL,
	"mime_type" text NOT NULL,
	"width" bigint,
	"height" bigint,
	"duration_ms" bigint,
	"stand_in" boolean DEFAULT false NOT NULL,
	CONSTRAINT "renditions_recording_id_id_pk" PRIMARY KEY("recording_id","id"),
	CONSTRAINT "renditions_kind" CHECK ("renditions"."kind" in ('video', 'audio', 'hls', 'poster'))
);
--> statement-breakpoint
CREATE TABLE "text_tracks" (
	"recording_id" text NOT NULL,
	"id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"role" text NOT NULL,
	"language" text,
	"timed_to" text,
	"label" jsonb,
	"method" text DEFAULT 'unknown' NOT NULL,
	"derived_from" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"reviewed_by" jsonb,
	"held" boolean NOT NULL,
	"stand_in" boolean DEFAULT false NOT NULL,
	"existed_live" boolean,
	"writes_sounds" boolean,
	"writes_speakers" boolean,
	"rights" jsonb,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "text_tracks_recording_id_id_pk" PRIMARY KEY("recording_id","id"),
	CONSTRAINT "text_tracks_kind" CHECK ("text_tracks"."kind" in ('captions', 'subtitles', 'descriptions', 'transcript')),
	CONSTRAINT "text_tracks_role" CHECK ("text_tracks"."role" in ('original', 'interpretation', 'translation', 'mixed', 'description', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "track_versions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"recording_id" text NOT NULL,
	"track_id" text NOT NULL,
	"number" bigint NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"format" text,
	"encoding" text,
	"frame" jsonb,
	"problems" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"cue_count" bigint DEFAULT 0 NOT NULL,
	"sha256" text,
	"file_key" text,
	"note" jsonb,
	"made_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"published_at" bigint,
	CONSTRAINT "track_versions_state" CHECK ("track_versions"."state" in ('draft', 'submitted', 'scheduled', 'public', 'unlisted', 'withdrawn', 'deleted'))
);
--> statement-breakpoint
CREATE TABLE "actions" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"campaign_id" text NOT NULL,
	"position" bigint NOT NULL,
	"kind" text NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"platform_organization_id" text,
	"url" text,
	"email" text,
	"letter_template_id" text,
	"action_state" text NOT NULL,
	"closed_on" jsonb,
	"signatures" jsonb,
	"names_held" boolean,
	"full_text" jsonb,
	"outcome" jsonb,
	"outcome_event_id" text,
	CONSTRAINT "actions_uuid_unique" UNIQUE("uuid"),
	CONSTRAINT "actions_kind" CHECK ("actions"."kind" in ('contact_representatives', 'ask_for_help', 'letter_to_editor', 'report_back', 'external_link', 'learn', 'petition')),
	CONSTRAINT "actions_action_state" CHECK ("actions"."action_state" in ('upcoming', 'open', 'closed', 'unconfirmed', 'replaced'))
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"title" jsonb NOT NULL,
	"title_origin" jsonb,
	"slogan" jsonb,
	"summary" jsonb,
	"call" jsonb,
	"commitment" jsonb,
	"stance" jsonb,
	"period" jsonb,
	"campaign_state" text NOT NULL,
	CONSTRAINT "campaigns_uuid_unique" UNIQUE("uuid")
);
--> statement-breakpoint
CREATE TABLE "demands" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"position" bigint NOT NULL,
	"title" jsonb NOT NULL,
	"text" jsonb NOT NULL,
	"addressed_to" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "letter_templates" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"title" jsonb NOT NULL,
	"facts_as_of" text,
	"check_before_use" boolean DEFAULT true NOT NULL,
	"advice" jsonb NOT NULL,
	"placeholders" jsonb NOT NULL,
	"versions" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"title" jsonb NOT NULL,
	"check_against_site" boolean DEFAULT false NOT NULL,
	"sections" jsonb NOT NULL,
	CONSTRAINT "pages_uuid_unique" UNIQUE("uuid")
);
--> statement-breakpoint
CREATE TABLE "talking_points" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"position" bigint NOT NULL,
	"text" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "targets" (
	"id" text PRIMARY KEY NOT NULL,
	"campaign_id" text NOT NULL,
	"position" bigint NOT NULL,
	"institution_id" text NOT NULL,
	"chamber" text,
	"members" jsonb,
	"demand_ids" jsonb NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "topics" (
	"id" text PRIMARY KEY NOT NULL,
	"uuid" text NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"publish_at" bigint,
	"published_at" bigint,
	"noindex" boolean DEFAULT false NOT NULL,
	"sources" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"rights" jsonb,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"name" jsonb NOT NULL,
	"abbreviation" jsonb,
	"also_known_as" jsonb,
	"parties" jsonb DEFAULT '[]'::jsonb NOT NULL,
	CONSTRAINT "topics_uuid_unique" UNIQUE("uuid")
);
--> statement-breakpoint
CREATE TABLE "archive_state" (
	"key" text PRIMARY KEY NOT NULL,
	"value" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit" (
	"id" text PRIMARY KEY NOT NULL,
	"at" bigint NOT NULL,
	"actor" text NOT NULL,
	"action" text NOT NULL,
	"object_kind" text,
	"object_id" text,
	"data" jsonb
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"priority" bigint DEFAULT 100 NOT NULL,
	"attempts" bigint DEFAULT 0 NOT NULL,
	"max_attempts" bigint DEFAULT 5 NOT NULL,
	"run_after" bigint NOT NULL,
	"lease_owner" text,
	"lease_until" bigint,
	"cancel_requested_at" bigint,
	"progress_done" bigint DEFAULT 0 NOT NULL,
	"progress_total" bigint,
	"progress_text" text,
	"error" text,
	"log_tail" text,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "jobs_state" CHECK ("jobs"."state" in ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled')),
	CONSTRAINT "jobs_attempts" CHECK ("jobs"."attempts" >= 0)
);
--> statement-breakpoint
CREATE TABLE "organizers" (
	"id" text PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"password_hash" text,
	"created_at" bigint NOT NULL,
	CONSTRAINT "organizers_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event_replacements" ADD CONSTRAINT "event_replacements_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_event_id_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audio_tracks" ADD CONSTRAINT "audio_tracks_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "chapters" ADD CONSTRAINT "chapters_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_tracks" ADD CONSTRAINT "reading_tracks_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recording_speakers" ADD CONSTRAINT "recording_speakers_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "text_tracks" ADD CONSTRAINT "text_tracks_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "track_versions" ADD CONSTRAINT "track_versions_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_organizers_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."organizers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "files_sha256" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE UNIQUE INDEX "glossary_position" ON "glossary" USING btree ("position","id");--> statement-breakpoint
CREATE INDEX "object_links_target" ON "object_links" USING btree ("relation","target_id");--> statement-breakpoint
CREATE INDEX "organization_links_organization" ON "organization_links" USING btree ("organization_id");--> statement-breakpoint
CREATE INDEX "person_links_person" ON "person_links" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "slugs_object" ON "slugs" USING btree ("kind","object_id");--> statement-breakpoint
CREATE INDEX "event_replacements_by" ON "event_replacements" USING btree ("replaced_by_id");--> statement-breakpoint
CREATE INDEX "events_order" ON "events" USING btree ("state","sort_date");--> statement-breakpoint
CREATE INDEX "events_series" ON "events" USING btree ("series_id","series_position");--> statement-breakpoint
CREATE INDEX "reading_tracks_version" ON "reading_tracks" USING btree ("version_id");--> statement-breakpoint
CREATE INDEX "recording_speakers_person" ON "recording_speakers" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "recordings_number" ON "recordings" USING btree ("number");--> statement-breakpoint
CREATE INDEX "recordings_event" ON "recordings" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "recordings_state" ON "recordings" USING btree ("state","recorded_on");--> statement-breakpoint
CREATE INDEX "renditions_file" ON "renditions" USING btree ("file_key");--> statement-breakpoint
CREATE UNIQUE INDEX "track_versions_number" ON "track_versions" USING btree ("recording_id","track_id","number");--> statement-breakpoint
CREATE INDEX "audit_at" ON "audit" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_object" ON "audit" USING btree ("object_kind","object_id");--> statement-breakpoint
CREATE INDEX "jobs_next" ON "jobs" USING btree ("state","priority","run_after");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id");