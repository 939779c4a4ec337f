CREATE TABLE `files` (
	`key` text PRIMARY KEY NOT NULL,
	`bytes` integer NOT NULL,
	`sha256` text NOT NULL,
	`mime_type` text NOT NULL,
	`original_name` text,
	`audience` text DEFAULT 'public' NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `files_sha256` ON `files` (`sha256`);--> statement-breakpoint
CREATE TABLE `glossary` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`domain` text NOT NULL,
	`note` text,
	`en_term` text NOT NULL,
	`en_variants` text NOT NULL,
	`en_not_our_word` text DEFAULT '[]' NOT NULL,
	`es_term` text NOT NULL,
	`es_variants` text NOT NULL,
	`es_not_our_word` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `glossary_position` ON `glossary` (`position`,`id`);--> statement-breakpoint
CREATE TABLE `images` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`file_key` text,
	`credit_organization_id` text,
	`credit` text,
	`alt` text NOT NULL,
	`text_in_image` text,
	`width` integer,
	`height` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `images_uuid_unique` ON `images` (`uuid`);--> statement-breakpoint
CREATE TABLE `import_marks` (
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`field` text NOT NULL,
	`hash` text NOT NULL,
	`imported_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `object_id`, `field`)
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`places` text NOT NULL,
	`text` text NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `object_links` (
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`relation` text NOT NULL,
	`target_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`object_kind`, `object_id`, `relation`, `target_id`)
);
--> statement-breakpoint
CREATE INDEX `object_links_target` ON `object_links` (`relation`,`target_id`);--> statement-breakpoint
CREATE TABLE `organization_links` (
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`organization_id` text NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`object_kind`, `object_id`, `organization_id`, `role`),
	CONSTRAINT "organization_links_role" CHECK("organization_links"."role" in ('organizer', 'cosponsor', 'sponsor', 'host', 'speaker_organization', 'resource_publisher', 'action_platform'))
);
--> statement-breakpoint
CREATE INDEX `organization_links_organization` ON `organization_links` (`organization_id`);--> statement-breakpoint
CREATE TABLE `person_links` (
	`object_kind` text NOT NULL,
	`object_id` text NOT NULL,
	`person_id` text NOT NULL,
	`role` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`object_kind`, `object_id`, `person_id`, `role`),
	CONSTRAINT "person_links_role" CHECK("person_links"."role" in ('speaker', 'panelist', 'moderator', 'interpreter', 'captioner', 'translator', 'volunteer', 'staff', 'contact', 'statement', 'public_official'))
);
--> statement-breakpoint
CREATE INDEX `person_links_person` ON `person_links` (`person_id`);--> statement-breakpoint
CREATE TABLE `resources` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`organization_id` text,
	`title` text NOT NULL,
	`title_origin` text,
	`language` text,
	`url` text,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `site` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`short_title` text NOT NULL,
	`tagline` text,
	`description` text,
	`license` text,
	`contact` text,
	`default_locale` text DEFAULT 'en' NOT NULL,
	`text_status` text,
	`vocabulary` text,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `slugs` (
	`kind` text NOT NULL,
	`locale` text NOT NULL,
	`slug` text NOT NULL,
	`object_id` text NOT NULL,
	`is_current` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `locale`, `slug`)
);
--> statement-breakpoint
CREATE INDEX `slugs_object` ON `slugs` (`kind`,`object_id`);--> statement-breakpoint
CREATE TABLE `source_documents` (
	`id` text PRIMARY KEY NOT NULL,
	`title` text NOT NULL,
	`label` text NOT NULL,
	`url` text,
	`publisher` text,
	`language` text,
	`copied_on` text,
	`lines` text,
	`rights` text,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `source_links` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`url` text,
	`represented_by` text NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `institutions` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`name` text NOT NULL,
	`url` text,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `organizations` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`position` integer,
	`short_name` text NOT NULL,
	`name` text,
	`name_language` text,
	`name_origin` text DEFAULT 'source' NOT NULL,
	`url` text,
	`note` text,
	CONSTRAINT "organizations_name_origin" CHECK("organizations"."name_origin" in ('source', 'editor', 'unknown'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizations_uuid_unique` ON `organizations` (`uuid`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`name` text NOT NULL,
	`kind` text DEFAULT 'campaign' NOT NULL,
	`display` text DEFAULT 'full_name' NOT NULL,
	`pseudonym` text,
	`consent` text DEFAULT 'to_confirm' NOT NULL,
	`publish_name` text,
	`organization_id` text,
	`institution_id` text,
	`roles` text DEFAULT '[]' NOT NULL,
	`office` text,
	`bio` text,
	`portrait_image_id` text,
	`email` text,
	CONSTRAINT "people_kind" CHECK("people"."kind" in ('campaign', 'public_official', 'other')),
	CONSTRAINT "people_display" CHECK("people"."display" in ('full_name', 'pseudonym', 'hidden')),
	CONSTRAINT "people_consent" CHECK("people"."consent" in ('confirmed', 'to_confirm', 'refused', 'not_needed'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_uuid_unique` ON `people` (`uuid`);--> statement-breakpoint
CREATE TABLE `withheld_statements` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`topic` text NOT NULL,
	`reason` text NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `event_replacements` (
	`event_id` text NOT NULL,
	`replaced_by_id` text NOT NULL,
	`inferred` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`event_id`, `replaced_by_id`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `event_replacements_by` ON `event_replacements` (`replaced_by_id`);--> statement-breakpoint
CREATE TABLE `events` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`kind` text NOT NULL,
	`series_id` text,
	`series_position` integer,
	`title` text NOT NULL,
	`title_origin` text,
	`summary` text,
	`description` text,
	`date` text NOT NULL,
	`sort_date` text,
	`starts_at` integer,
	`ends_at` integer,
	`time_zone` text,
	`duration_ms` integer,
	`place` text,
	`venue` text,
	`online_url` text,
	`attendance` text,
	`background` integer DEFAULT false NOT NULL,
	`registration` text,
	`cost` text,
	`access` text,
	`contact` text,
	`flyer_image_id` text,
	`thanks` text,
	`panel` text,
	`organizations_note` text,
	`local_hosts` text,
	`figures` text DEFAULT '[]' NOT NULL,
	CONSTRAINT "events_kind" CHECK("events"."kind" in ('tour_stop', 'webinar', 'petition_delivery', 'protest', 'panel', 'talk', 'meeting', 'screening', 'other'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_uuid_unique` ON `events` (`uuid`);--> statement-breakpoint
CREATE INDEX `events_order` ON `events` (`state`,`sort_date`);--> statement-breakpoint
CREATE INDEX `events_series` ON `events` (`series_id`,`series_position`);--> statement-breakpoint
CREATE TABLE `series` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`title_origin` text,
	`description` text,
	`thanks` text,
	`status` text,
	`replaced_by_id` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `series_uuid_unique` ON `series` (`uuid`);--> statement-breakpoint
CREATE TABLE `status_changes` (
	`event_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`changed` text NOT NULL,
	`previous_start` text,
	`reason` text,
	`note` text,
	`replaced_by_id` text,
	`inferred` text DEFAULT '[]' NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`recorded_at` integer NOT NULL,
	PRIMARY KEY(`event_id`, `position`),
	FOREIGN KEY (`event_id`) REFERENCES `events`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "status_changes_kind" CHECK("status_changes"."kind" in ('planned', 'scheduled', 'postponed', 'rescheduled', 'moved_online', 'cancelled', 'held'))
);
--> statement-breakpoint
CREATE TABLE `timeline_entries` (
	`id` text PRIMARY KEY NOT NULL,
	`position` integer NOT NULL,
	`date` text NOT NULL,
	`text` text NOT NULL,
	`basis` text,
	`event_id` text,
	`series_id` text,
	`person_ids` text DEFAULT '[]' NOT NULL,
	`figures` text DEFAULT '[]' NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audio_tracks` (
	`recording_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`role` text NOT NULL,
	`language` text,
	`label` text,
	`method` text DEFAULT 'unknown' NOT NULL,
	`derived_from` text DEFAULT '[]' NOT NULL,
	`held` integer NOT NULL,
	`stand_in` integer DEFAULT false NOT NULL,
	`existed_live` integer,
	`recorded` integer,
	`silences` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`sources` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`recording_id`, `id`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "audio_tracks_role" CHECK("audio_tracks"."role" in ('original', 'interpretation', 'translation', 'mixed', 'description', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE `chapters` (
	`recording_id` text NOT NULL,
	`position` integer NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`title` text NOT NULL,
	PRIMARY KEY(`recording_id`, `position`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `cues` (
	`id` integer PRIMARY KEY NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`text` text NOT NULL,
	`speaker_id` text,
	`mark` integer,
	`identifier` text,
	`settings` text,
	`voice` text,
	`language` text
);
--> statement-breakpoint
CREATE TABLE `moments` (
	`id` integer PRIMARY KEY NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`spans` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `reading_tracks` (
	`recording_id` text NOT NULL,
	`language` text NOT NULL,
	`track_id` text NOT NULL,
	`version_id` integer NOT NULL,
	PRIMARY KEY(`recording_id`, `language`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `reading_tracks_version` ON `reading_tracks` (`version_id`);--> statement-breakpoint
CREATE TABLE `recording_speakers` (
	`recording_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`labels` text NOT NULL,
	`person_id` text,
	PRIMARY KEY(`recording_id`, `id`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `recording_speakers_person` ON `recording_speakers` (`person_id`);--> statement-breakpoint
CREATE TABLE `recordings` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`number` integer NOT NULL,
	`event_id` text,
	`series_id` text,
	`title` text NOT NULL,
	`title_origin` text,
	`description` text,
	`recorded_on` text,
	`duration_ms` integer,
	`media_state` text DEFAULT 'none' NOT NULL,
	`stand_in_made_on` text,
	`media_facts` text,
	CONSTRAINT "recordings_media_state" CHECK("recordings"."media_state" in ('none', 'stand_in', 'held'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `recordings_uuid_unique` ON `recordings` (`uuid`);--> statement-breakpoint
CREATE UNIQUE INDEX `recordings_number` ON `recordings` (`number`);--> statement-breakpoint
CREATE INDEX `recordings_event` ON `recordings` (`event_id`);--> statement-breakpoint
CREATE INDEX `recordings_state` ON `recordings` (`state`,`recorded_on`);--> statement-breakpoint
CREATE TABLE `renditions` (
	`recording_id` text NOT NULL,
	`id` text NOT NULL,
	`kind` text NOT NULL,
	`audio_track_id` text,
	`language` text,
	`file_key` text NOT NULL,
	`bytes` integer NOT NULL,
	`mime_type` text NOT NULL,
	`width` integer,
	`height` integer,
	`duration_ms` integer,
	`stand_in` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`recording_id`, `id`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "renditions_kind" CHECK("renditions"."kind" in ('video', 'audio', 'hls', 'poster'))
);
--> statement-breakpoint
CREATE INDEX `renditions_file` ON `renditions` (`file_key`);--> statement-breakpoint
CREATE TABLE `text_tracks` (
	`recording_id` text NOT NULL,
	`id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`role` text NOT NULL,
	`language` text,
	`timed_to` text,
	`label` text,
	`method` text DEFAULT 'unknown' NOT NULL,
	`derived_from` text DEFAULT '[]' NOT NULL,
	`reviewed_by` text,
	`held` integer NOT NULL,
	`stand_in` integer DEFAULT false NOT NULL,
	`existed_live` integer,
	`writes_sounds` integer,
	`writes_speakers` integer,
	`rights` text,
	`sources` text DEFAULT '[]' NOT NULL,
	PRIMARY KEY(`recording_id`, `id`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "text_tracks_kind" CHECK("text_tracks"."kind" in ('captions', 'subtitles', 'descriptions', 'transcript')),
	CONSTRAINT "text_tracks_role" CHECK("text_tracks"."role" in ('original', 'interpretation', 'translation', 'mixed', 'description', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE `track_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`recording_id` text NOT NULL,
	`track_id` text NOT NULL,
	`number` integer NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`format` text,
	`encoding` text,
	`frame` text,
	`problems` text DEFAULT '[]' NOT NULL,
	`cue_count` integer DEFAULT 0 NOT NULL,
	`sha256` text,
	`file_key` text,
	`note` text,
	`made_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "track_versions_state" CHECK("track_versions"."state" in ('draft', 'submitted', 'scheduled', 'public', 'unlisted', 'withdrawn', 'deleted'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `track_versions_number` ON `track_versions` (`recording_id`,`track_id`,`number`);--> statement-breakpoint
CREATE TABLE `actions` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`kind` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`platform_organization_id` text,
	`url` text,
	`email` text,
	`letter_template_id` text,
	`action_state` text NOT NULL,
	`closed_on` text,
	`signatures` text,
	`names_held` integer,
	`full_text` text,
	`outcome` text,
	`outcome_event_id` text,
	CONSTRAINT "actions_kind" CHECK("actions"."kind" in ('contact_representatives', 'ask_for_help', 'letter_to_editor', 'report_back', 'external_link', 'learn', 'petition')),
	CONSTRAINT "actions_action_state" CHECK("actions"."action_state" in ('upcoming', 'open', 'closed', 'unconfirmed', 'replaced'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `actions_uuid_unique` ON `actions` (`uuid`);--> statement-breakpoint
CREATE TABLE `campaigns` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`title` text NOT NULL,
	`title_origin` text,
	`slogan` text,
	`summary` text,
	`call` text,
	`commitment` text,
	`stance` text,
	`period` text,
	`campaign_state` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `campaigns_uuid_unique` ON `campaigns` (`uuid`);--> statement-breakpoint
CREATE TABLE `demands` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`addressed_to` text NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `letter_templates` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`title` text NOT NULL,
	`facts_as_of` text,
	`check_before_use` integer DEFAULT true NOT NULL,
	`advice` text NOT NULL,
	`placeholders` text NOT NULL,
	`versions` text NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `pages` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`title` text NOT NULL,
	`check_against_site` integer DEFAULT false NOT NULL,
	`sections` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `pages_uuid_unique` ON `pages` (`uuid`);--> statement-breakpoint
CREATE TABLE `talking_points` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`text` text NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `targets` (
	`id` text PRIMARY KEY NOT NULL,
	`campaign_id` text NOT NULL,
	`position` integer NOT NULL,
	`institution_id` text NOT NULL,
	`chamber` text,
	`members` text,
	`demand_ids` text NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE TABLE `topics` (
	`id` text PRIMARY KEY NOT NULL,
	`uuid` text NOT NULL,
	`state` text DEFAULT 'draft' NOT NULL,
	`publish_at` integer,
	`published_at` integer,
	`noindex` integer DEFAULT false NOT NULL,
	`sources` text DEFAULT '[]' NOT NULL,
	`rights` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`name` text NOT NULL,
	`abbreviation` text,
	`also_known_as` text,
	`parties` text DEFAULT '[]' NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `topics_uuid_unique` ON `topics` (`uuid`);--> statement-breakpoint
CREATE TABLE `archive_state` (
	`key` text PRIMARY KEY NOT NULL,
	`value` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `audit` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`object_kind` text,
	`object_id` text,
	`data` text
);
--> statement-breakpoint
CREATE INDEX `audit_at` ON `audit` (`at`);--> statement-breakpoint
CREATE INDEX `audit_object` ON `audit` (`object_kind`,`object_id`);--> statement-breakpoint
CREATE TABLE `jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`payload` text NOT NULL,
	`state` text DEFAULT 'queued' NOT NULL,
	`priority` integer DEFAULT 100 NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`max_attempts` integer DEFAULT 5 NOT NULL,
	`run_after` integer NOT NULL,
	`lease_owner` text,
	`lease_until` integer,
	`cancel_requested_at` integer,
	`progress_done` integer DEFAULT 0 NOT NULL,
	`progress_total` integer,
	`progress_text` text,
	`error` text,
	`log_tail` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	CONSTRAINT "jobs_state" CHECK("jobs"."state" in ('queued', 'running', 'waiting', 'done', 'failed', 'cancelled')),
	CONSTRAINT "jobs_attempts" CHECK("jobs"."attempts" >= 0)
);
--> statement-breakpoint
CREATE INDEX `jobs_next` ON `jobs` (`state`,`priority`,`run_after`);--> statement-breakpoint
CREATE TABLE `organizers` (
	`id` text PRIMARY KEY NOT NULL,
	`email` text NOT NULL,
	`name` text NOT NULL,
	`role` text NOT NULL,
	`password_hash` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organizers_email_unique` ON `organizers` (`email`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `organizers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `sessions_user` ON `sessions` (`user_id`);