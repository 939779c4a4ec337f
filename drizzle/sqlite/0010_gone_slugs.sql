CREATE TABLE `gone_slugs` (
	`kind` text NOT NULL,
	`hash` text NOT NULL,
	`gone_at` integer NOT NULL,
	PRIMARY KEY(`kind`, `hash`)
);
