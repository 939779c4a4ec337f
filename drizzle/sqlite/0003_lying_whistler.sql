CREATE TABLE `drafts` (
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`organizer_id` text NOT NULL,
	`record` text NOT NULL,
	`base` text NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `object_id`, `organizer_id`)
);
--> statement-breakpoint
CREATE INDEX `drafts_at` ON `drafts` (`updated_at`);--> statement-breakpoint
CREATE TABLE `image_variants` (
	`image_id` text NOT NULL,
	`format` text NOT NULL,
	`width` integer NOT NULL,
	`height` integer NOT NULL,
	`file_key` text NOT NULL,
	`bytes` integer NOT NULL,
	PRIMARY KEY(`image_id`, `format`, `width`)
);
--> statement-breakpoint
CREATE INDEX `image_variants_file` ON `image_variants` (`file_key`);--> statement-breakpoint
CREATE TABLE `previews` (
	`token_hash` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`created_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`revoked_at` integer
);
--> statement-breakpoint
CREATE INDEX `previews_object` ON `previews` (`kind`,`object_id`);--> statement-breakpoint
CREATE TABLE `protections` (
	`person_id` text PRIMARY KEY NOT NULL,
	`display` text NOT NULL,
	`pseudonym` text,
	`no_portrait` integer DEFAULT false NOT NULL,
	`withdrawn` integer DEFAULT false NOT NULL,
	`passages` text DEFAULT '[]' NOT NULL,
	`names` text DEFAULT '[]' NOT NULL,
	`replacement` text NOT NULL,
	`set_by` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `revisions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`object_id` text NOT NULL,
	`number` integer NOT NULL,
	`record` text NOT NULL,
	`author` text NOT NULL,
	`at` integer NOT NULL,
	`reason` text NOT NULL,
	`applied_at` integer,
	`form_token` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_number` ON `revisions` (`kind`,`object_id`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `revisions_form` ON `revisions` (`form_token`);--> statement-breakpoint
CREATE INDEX `revisions_at` ON `revisions` (`at`);