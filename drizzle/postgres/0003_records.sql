CREATE TABLE "drafts" (
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"organizer_id" text NOT NULL,
	"record" jsonb NOT NULL,
	"base" text NOT NULL,
	"updated_at" bigint NOT NULL,
	CONSTRAINT "drafts_kind_object_id_organizer_id_pk" PRIMARY KEY("kind","object_id","organizer_id")
);
--> statement-breakpoint
CREATE TABLE "image_variants" (
	"image_id" text NOT NULL,
	"format" text NOT NULL,
	"width" bigint NOT NULL,
	"height" bigint NOT NULL,
	"file_key" text NOT NULL,
	"bytes" bigint NOT NULL,
	CONSTRAINT "image_variants_image_id_format_width_pk" PRIMARY KEY("image_id","format","width")
);
--> statement-breakpoint
CREATE TABLE "previews" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"created_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"expires_at" bigint NOT NULL,
	"revoked_at" bigint
);
--> statement-breakpoint
CREATE TABLE "protections" (
	"person_id" text PRIMARY KEY NOT NULL,
	"display" text NOT NULL,
	"pseudonym" jsonb,
	"no_portrait" boolean DEFAULT false NOT NULL,
	"withdrawn" boolean DEFAULT false NOT NULL,
	"passages" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"names" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"replacement" jsonb NOT NULL,
	"set_by" text NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"number" bigint NOT NULL,
	"record" jsonb NOT NULL,
	"author" text NOT NULL,
	"at" bigint NOT NULL,
	"reason" text NOT NULL,
	"applied_at" bigint,
	"form_token" text
);
--> statement-breakpoint
CREATE INDEX "drafts_at" ON "drafts" USING btree ("updated_at");--> statement-breakpoint
CREATE INDEX "image_variants_file" ON "image_variants" USING btree ("file_key");--> statement-breakpoint
CREATE INDEX "previews_object" ON "previews" USING btree ("kind","object_id");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_number" ON "revisions" USING btree ("kind","object_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_form" ON "revisions" USING btree ("form_token");--> statement-breakpoint
CREATE INDEX "revisions_at" ON "revisions" USING btree ("at");