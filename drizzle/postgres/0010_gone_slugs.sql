CREATE TABLE "gone_slugs" (
	"kind" text NOT NULL,
	"hash" text NOT NULL,
	"gone_at" bigint NOT NULL,
	CONSTRAINT "gone_slugs_kind_hash_pk" PRIMARY KEY("kind","hash")
);
