CREATE TABLE `search_documents` (
	`segment_id` integer NOT NULL,
	`number` integer NOT NULL,
	`recording_id` text NOT NULL,
	`fingerprint` text NOT NULL,
	`order_key` text NOT NULL,
	`titles` text NOT NULL,
	`first_moment` integer NOT NULL,
	`moments` integer NOT NULL,
	`speakers` text NOT NULL,
	`versions` text NOT NULL,
	`gone_at` integer,
	PRIMARY KEY(`segment_id`, `number`)
);
--> statement-breakpoint
CREATE INDEX `search_documents_recording` ON `search_documents` (`recording_id`);--> statement-breakpoint
CREATE TABLE `search_layouts` (
	`segment_id` integer NOT NULL,
	`language` text NOT NULL,
	`data` blob NOT NULL,
	PRIMARY KEY(`segment_id`, `language`)
);
--> statement-breakpoint
CREATE TABLE `search_pending` (
	`recording_id` text PRIMARY KEY NOT NULL,
	`since` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `search_segments` (
	`id` integer PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`format` integer NOT NULL,
	`documents` integer NOT NULL,
	`moments` integer NOT NULL,
	`cues` integer NOT NULL,
	`words` integer NOT NULL,
	`created_at` integer NOT NULL,
	CONSTRAINT "search_segments_state" CHECK("search_segments"."state" in ('building', 'live', 'retired'))
);
--> statement-breakpoint
CREATE TABLE `search_surfaces` (
	`segment_id` integer NOT NULL,
	`language` text NOT NULL,
	`folded` text NOT NULL,
	`term` integer NOT NULL,
	`form` integer NOT NULL,
	`span` integer NOT NULL,
	`postings` integer NOT NULL,
	PRIMARY KEY(`segment_id`, `language`, `folded`, `term`, `form`)
);
--> statement-breakpoint
CREATE TABLE `search_terms` (
	`id` integer PRIMARY KEY NOT NULL,
	`segment_id` integer NOT NULL,
	`language` text NOT NULL,
	`term` text NOT NULL,
	`postings` integer NOT NULL,
	`moments` integer NOT NULL,
	`forms` integer NOT NULL,
	`documents` blob,
	`body` blob NOT NULL,
	`form_of` blob
);
--> statement-breakpoint
CREATE UNIQUE INDEX `search_terms_term` ON `search_terms` (`segment_id`,`language`,`term`);