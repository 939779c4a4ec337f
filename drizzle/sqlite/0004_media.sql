CREATE TABLE `production_steps` (
	`production_id` text NOT NULL,
	`step` text NOT NULL,
	`output` text,
	`started_at` integer NOT NULL,
	`done_at` integer NOT NULL,
	PRIMARY KEY(`production_id`, `step`),
	FOREIGN KEY (`production_id`) REFERENCES `productions`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "production_steps_step" CHECK("production_steps"."step" in ('hashed', 'probed', 'transcoded', 'sounds', 'poster', 'storyboard', 'peaks', 'finished'))
);
--> statement-breakpoint
CREATE TABLE `media_omissions` (
	`id` text PRIMARY KEY NOT NULL,
	`recording_id` text NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `media_omissions_recording` ON `media_omissions` (`recording_id`,`start_ms`);--> statement-breakpoint
CREATE TABLE `productions` (
	`id` text PRIMARY KEY NOT NULL,
	`recording_id` text NOT NULL,
	`state` text DEFAULT 'working' NOT NULL,
	`sources` text NOT NULL,
	`options` text NOT NULL,
	`duration_ms` integer,
	`job_id` text,
	`made_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`published_at` integer,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "productions_state" CHECK("productions"."state" in ('working', 'ready', 'published', 'replaced'))
);
--> statement-breakpoint
CREATE INDEX `productions_recording` ON `productions` (`recording_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `uploads` (
	`id` text PRIMARY KEY NOT NULL,
	`recording_id` text NOT NULL,
	`owner_id` text NOT NULL,
	`original_name` text NOT NULL,
	`declared_bytes` integer,
	`state` text DEFAULT 'receiving' NOT NULL,
	`sha256` text,
	`file_key` text,
	`probed` text,
	`problem` text,
	`duplicate_of` text,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade,
	CONSTRAINT "uploads_state" CHECK("uploads"."state" in ('receiving', 'arrived', 'ready', 'refused'))
);
--> statement-breakpoint
CREATE INDEX `uploads_recording` ON `uploads` (`recording_id`);--> statement-breakpoint
CREATE INDEX `uploads_state` ON `uploads` (`state`,`expires_at`);--> statement-breakpoint
CREATE INDEX `uploads_sha256` ON `uploads` (`sha256`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_renditions` (
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
	CONSTRAINT "renditions_kind" CHECK("__new_renditions"."kind" in ('video', 'audio', 'hls', 'poster', 'storyboard', 'peaks'))
);
--> statement-breakpoint
INSERT INTO `__new_renditions`("recording_id", "id", "kind", "audio_track_id", "language", "file_key", "bytes", "mime_type", "width", "height", "duration_ms", "stand_in") SELECT "recording_id", "id", "kind", "audio_track_id", "language", "file_key", "bytes", "mime_type", "width", "height", "duration_ms", "stand_in" FROM `renditions`;--> statement-breakpoint
DROP TABLE `renditions`;--> statement-breakpoint
ALTER TABLE `__new_renditions` RENAME TO `renditions`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `renditions_file` ON `renditions` (`file_key`);