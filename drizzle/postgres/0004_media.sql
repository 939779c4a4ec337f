CREATE TABLE "production_steps" (
	"production_id" text NOT NULL,
	"step" text NOT NULL,
	"output" jsonb,
	"started_at" bigint NOT NULL,
	"done_at" bigint NOT NULL,
	CONSTRAINT "production_steps_production_id_step_pk" PRIMARY KEY("production_id","step"),
	CONSTRAINT "production_steps_step" CHECK ("production_steps"."step" in ('hashed', 'probed', 'transcoded', 'sounds', 'poster', 'storyboard', 'peaks', 'finished'))
);
--> statement-breakpoint
CREATE TABLE "media_omissions" (
	"id" text PRIMARY KEY NOT NULL,
	"recording_id" text NOT NULL,
	"start_ms" bigint NOT NULL,
	"end_ms" bigint NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "productions" (
	"id" text PRIMARY KEY NOT NULL,
	"recording_id" text NOT NULL,
	"state" text DEFAULT 'working' NOT NULL,
	"sources" jsonb NOT NULL,
	"options" jsonb NOT NULL,
	"duration_ms" bigint,
	"job_id" text,
	"made_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"published_at" bigint,
	CONSTRAINT "productions_state" CHECK ("productions"."state" in ('working', 'ready', 'published', 'replaced'))
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" text PRIMARY KEY NOT NULL,
	"recording_id" text NOT NULL,
	"owner_id" text NOT NULL,
	"original_name" text NOT NULL,
	"declared_bytes" bigint,
	"state" text DEFAULT 'receiving' NOT NULL,
	"sha256" text,
	"file_key" text,
	"probed" jsonb,
	"problem" text,
	"duplicate_of" text,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	CONSTRAINT "uploads_state" CHECK ("uploads"."state" in ('receiving', 'arrived', 'ready', 'refused'))
);
--> statement-breakpoint
ALTER TABLE "renditions" DROP CONSTRAINT "renditions_kind";--> statement-breakpoint
ALTER TABLE "production_steps" ADD CONSTRAINT "production_steps_production_id_productions_id_fk" FOREIGN KEY ("production_id") REFERENCES "public"."productions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_omissions" ADD CONSTRAINT "media_omissions_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "productions" ADD CONSTRAINT "productions_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "uploads" ADD CONSTRAINT "uploads_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "media_omissions_recording" ON "media_omissions" USING btree ("recording_id","start_ms");--> statement-breakpoint
CREATE INDEX "productions_recording" ON "productions" USING btree ("recording_id","created_at");--> statement-breakpoint
CREATE INDEX "uploads_recording" ON "uploads" USING btree ("recording_id");--> statement-breakpoint
CREATE INDEX "uploads_state" ON "uploads" USING btree ("state","expires_at");--> statement-breakpoint
CREATE INDEX "uploads_sha256" ON "uploads" USING btree ("sha256");--> statement-breakpoint
ALTER TABLE "renditions" ADD CONSTRAINT "renditions_kind" CHECK ("renditions"."kind" in ('video', 'audio', 'hls', 'poster', 'storyboard', 'peaks'));