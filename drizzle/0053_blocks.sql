CREATE TABLE "blocks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"talent_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"side" text NOT NULL,
	"application_id" uuid NOT NULL,
	"blocked_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"lifted_at" timestamp with time zone
);
--> statement-breakpoint
CREATE UNIQUE INDEX "one_block_of_a_side" ON "blocks" USING btree ("talent_id","company_id","side") WHERE "blocks"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "blocks_company_id_index" ON "blocks" USING btree ("company_id");