DROP TABLE "search_pending" CASCADE;--> statement-breakpoint
ALTER TABLE "search_surfaces" ADD COLUMN "written" text;