CREATE TABLE "affiliates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"name" text NOT NULL,
	"corporate_number" text,
	"domain" text,
	"key_hashes" text[] NOT NULL,
	"named_by" uuid NOT NULL,
	"named_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "keys_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "employers" ADD COLUMN "keys_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "affiliates" ADD CONSTRAINT "affiliates_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "affiliates_company_id_index" ON "affiliates" USING btree ("company_id");