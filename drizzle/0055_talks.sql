CREATE TABLE "talks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"talent_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"topic" text NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"answer_by" timestamp with time zone NOT NULL,
	"times" timestamp with time zone[] DEFAULT '{}' NOT NULL,
	"place" text,
	"proposed_at" timestamp with time zone,
	"chosen" timestamp with time zone,
	"chosen_at" timestamp with time zone,
	"declined_at" timestamp with time zone,
	"decline_reason" text,
	"cancelled_at" timestamp with time zone,
	"cancelled_by" text,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_talk" ON "talks" USING btree ("project_id","talent_id") WHERE "talks"."cancelled_at" is null;--> statement-breakpoint
CREATE INDEX "talks_company_id_answer_by_index" ON "talks" USING btree ("company_id","answer_by");--> statement-breakpoint
CREATE INDEX "talks_account_id_index" ON "talks" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "talks_chosen_index" ON "talks" USING btree ("chosen");