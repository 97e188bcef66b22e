ALTER TABLE "cases" ALTER COLUMN "contract_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ALTER COLUMN "account_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "surprised" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "suspected" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "causes" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "told" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "earlier" jsonb;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "days" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "shown_codes" text[];--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "shown_industry" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "shown_prefecture" integer;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "shown_region" text;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "shown_size" text;--> statement-breakpoint
CREATE UNIQUE INDEX "one_case_of_an_unmatched_project" ON "cases" USING btree ("project_id") WHERE "cases"."contract_id" is null and "cases"."withdrawn_at" is null;