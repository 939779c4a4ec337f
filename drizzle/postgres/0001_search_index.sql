CREATE TABLE "search_documents" (
	"segment_id" bigint NOT NULL,
	"number" bigint NOT NULL,
	"recording_id" text NOT NULL,
	"fingerprint" text NOT NULL,
	"order_key" text NOT NULL,
	"titles" jsonb NOT NULL,
	"first_moment" bigint NOT NULL,
	"moments" bigint NOT NULL,
	"speakers" jsonb NOT NULL,
	"versions" jsonb NOT NULL,
	"gone_at" bigint,
	CONSTRAINT "search_documents_segment_id_number_pk" PRIMARY KEY("segment_id","number")
);
--> statement-breakpoint
CREATE TABLE "search_layouts" (
	"segment_id" bigint NOT NULL,
	"language" text NOT NULL,
	"data" "bytea" NOT NULL,
	CONSTRAINT "search_layouts_segment_id_language_pk" PRIMARY KEY("segment_id","language")
);
--> statement-breakpoint
CREATE TABLE "search_pending" (
	"recording_id" text PRIMARY KEY NOT NULL,
	"since" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_segments" (
	"id" bigint PRIMARY KEY NOT NULL,
	"state" text NOT NULL,
	"format" bigint NOT NULL,
	"documents" bigint NOT NULL,
	"moments" bigint NOT NULL,
	"cues" bigint NOT NULL,
	"words" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	CONSTRAINT "search_segments_state" CHECK ("search_segments"."state" in ('building', 'live', 'retired'))
);
--> statement-breakpoint
CREATE TABLE "search_surfaces" (
	"segment_id" bigint NOT NULL,
	"language" text NOT NULL,
	"folded" text NOT NULL,
	"term" bigint NOT NULL,
	"form" bigint NOT NULL,
	"span" bigint NOT NULL,
	"postings" bigint NOT NULL,
	CONSTRAINT "search_surfaces_segment_id_language_folded_term_form_pk" PRIMARY KEY("segment_id","language","folded","term","form")
);
--> statement-breakpoint
CREATE TABLE "search_terms" (
	"id" bigint PRIMARY KEY NOT NULL,
	"segment_id" bigint NOT NULL,
	"language" text NOT NULL,
	"term" text NOT NULL,
	"postings" bigint NOT NULL,
	"moments" bigint NOT NULL,
	"forms" bigint NOT NULL,
	"documents" "bytea",
	"body" "bytea" NOT NULL,
	"form_of" "bytea"
);
--> statement-breakpoint
CREATE INDEX "search_documents_recording" ON "search_documents" USING btree ("recording_id");--> statement-breakpoint
CREATE UNIQUE INDEX "search_terms_term" ON "search_terms" USING btree ("segment_id","language","term");