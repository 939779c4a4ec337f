CREATE TABLE `link_checks` (
	`url` text PRIMARY KEY NOT NULL,
	`checked_at` integer,
	`status` integer,
	`failures` integer DEFAULT 0 NOT NULL,
	`dead_since` integer,
	`archived_url` text
);
