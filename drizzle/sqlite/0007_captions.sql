CREATE TABLE `caption_drafts` (
	`recording_id` text NOT NULL,
	`track_id` text NOT NULL,
	`organizer_id` text NOT NULL,
	`base_version_id` integer,
	`cues` text NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`recording_id`, `track_id`, `organizer_id`),
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `caption_drafts_organizer` ON `caption_drafts` (`organizer_id`);--> statement-breakpoint
CREATE TABLE `passage_notes` (
	`id` text PRIMARY KEY NOT NULL,
	`recording_id` text NOT NULL,
	`track_id` text NOT NULL,
	`start_ms` integer NOT NULL,
	`end_ms` integer NOT NULL,
	`note` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`recording_id`) REFERENCES `recordings`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passage_notes_track` ON `passage_notes` (`recording_id`,`track_id`,`start_ms`);--> statement-breakpoint
ALTER TABLE `track_versions` ADD `created_by` text;--> statement-breakpoint
ALTER TABLE `track_versions` ADD `credit_name` text;--> statement-breakpoint
ALTER TABLE `track_versions` ADD `step` text;--> statement-breakpoint
ALTER TABLE `track_versions` ADD `based_on` integer;