CREATE TABLE "text_readers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"middle" real[] NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "text_vectors" (
	"hash" text PRIMARY KEY NOT NULL,
	"vector" "bytea" NOT NULL,
	"used_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "one_reader_in_use" ON "text_readers" USING btree ((true)) WHERE "text_readers"."until" is null;--> statement-breakpoint
CREATE INDEX "text_vectors_used_at_index" ON "text_vectors" USING btree ("used_at");