DROP TABLE `search_pending`;--> statement-breakpoint
ALTER TABLE `search_surfaces` ADD `written` text;