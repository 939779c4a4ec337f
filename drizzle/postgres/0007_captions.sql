CREATE TABLE "caption_drafts" (
	"recording_id" text NOT NULL,
	"track_id" text NOT NULL,
	"organizer_id" text NOT NULL,
	"base_version_id" bigint,
	"cues" jsonb NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "caption_drafts_recording_id_track_id_organizer_id_pk" PRIMARY KEY("recording_id","track_id","organizer_id")
);
--> statement-breakpoint
CREATE TABLE "passage_notes" (
	"id" text PRIMARY KEY NOT NULL,
	"recording_id" text NOT NULL,
	"track_id" text NOT NULL,
	"start_ms" bigint NOT NULL,
	"end_ms" bigint NOT NULL,
	"note" jsonb NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "track_versions" ADD COLUMN "created_by" text;--> statement-breakpoint
ALTER TABLE "track_versions" ADD COLUMN "credit_name" text;--> statement-breakpoint
ALTER TABLE "track_versions" ADD COLUMN "step" text;--> statement-breakpoint
ALTER TABLE "track_versions" ADD COLUMN "based_on" bigint;--> statement-breakpoint
ALTER TABLE "caption_drafts" ADD CONSTRAINT "caption_drafts_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "passage_notes" ADD CONSTRAINT "passage_notes_recording_id_recordings_id_fk" FOREIGN KEY ("recording_id") REFERENCES "public"."recordings"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "caption_drafts_organizer" ON "caption_drafts" USING btree ("organizer_id");--> statement-breakpoint
CREATE INDEX "passage_notes_track" ON "passage_notes" USING btree ("recording_id","track_id","start_ms");