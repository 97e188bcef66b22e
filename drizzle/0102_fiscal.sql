CREATE TABLE "fiscal_closings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"partner_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"n" integer NOT NULL,
	"closed_at" timestamp with time zone NOT NULL,
	"closed_by" uuid NOT NULL,
	"reason" text,
	"report" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "fiscal_closings" ADD CONSTRAINT "fiscal_closings_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_closing_each" ON "fiscal_closings" USING btree ("partner_id","year","n");