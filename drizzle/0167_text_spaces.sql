CREATE TABLE "text_spaces" (
	"id" uuid PRIMARY KEY NOT NULL,
	"bytes" "bytea" NOT NULL,
	"meaning" text NOT NULL,
	"texts" integer NOT NULL,
	"learned_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "text_spaces_learned_at_index" ON "text_spaces" USING btree ("learned_at");