CREATE TABLE "link_checks" (
	"url" text PRIMARY KEY NOT NULL,
	"checked_at" bigint,
	"status" bigint,
	"failures" bigint DEFAULT 0 NOT NULL,
	"dead_since" bigint,
	"archived_url" text
);
