CREATE TABLE "file_checks" (
	"key" text PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"checked_at" bigint NOT NULL,
	"bytes" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "operations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"started_at" bigint NOT NULL,
	"ended_at" bigint NOT NULL,
	"ok" boolean NOT NULL,
	"data" jsonb NOT NULL
);
--> statement-breakpoint
CREATE INDEX "file_checks_age" ON "file_checks" USING btree ("checked_at");--> statement-breakpoint
CREATE INDEX "operations_last" ON "operations" USING btree ("kind","ended_at");