CREATE TABLE `account_notices` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`detail` text,
	FOREIGN KEY (`user_id`) REFERENCES `organizers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_notices_user` ON `account_notices` (`user_id`,`at`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`name` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text DEFAULT '[]' NOT NULL,
	`created_at` integer NOT NULL,
	`last_used_at` integer,
	FOREIGN KEY (`user_id`) REFERENCES `organizers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `passkeys_user` ON `passkeys` (`user_id`);--> statement-breakpoint
CREATE TABLE `recovery_codes` (
	`user_id` text NOT NULL,
	`code_hash` text NOT NULL,
	`used_at` integer,
	PRIMARY KEY(`user_id`, `code_hash`),
	FOREIGN KEY (`user_id`) REFERENCES `organizers`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `reports` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`kind` text NOT NULL,
	`words` text NOT NULL,
	`reply_to` text,
	`locale` text NOT NULL,
	`place_kind` text NOT NULL,
	`place_id` text,
	`path` text NOT NULL,
	`at_ms` integer,
	`closed_at` integer,
	`closed_by` text,
	`outcome` text
);
--> statement-breakpoint
CREATE INDEX `reports_open` ON `reports` (`closed_at`,`at`);--> statement-breakpoint
ALTER TABLE `site` ADD `responsible_body` text;--> statement-breakpoint
ALTER TABLE `site` ADD `contact_email` text;--> statement-breakpoint
ALTER TABLE `organizers` ADD `series_ids` text;--> statement-breakpoint
ALTER TABLE `organizers` ADD `locale` text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE `organizers` ADD `totp_secret` text;--> statement-breakpoint
ALTER TABLE `organizers` ADD `totp_step` integer;--> statement-breakpoint
ALTER TABLE `organizers` ADD `disabled_at` integer;--> statement-breakpoint
ALTER TABLE `sessions` ADD `pending` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `confirmed_at` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `sessions` ADD `device` text;