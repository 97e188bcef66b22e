CREATE TABLE "scout_counts" (
	"subject_id" uuid NOT NULL,
	"week" date NOT NULL,
	"scouts" integer NOT NULL,
	CONSTRAINT "scout_counts_subject_id_week_pk" PRIMARY KEY("subject_id","week"),
	CONSTRAINT "scouts_in_range" CHECK ("scout_counts"."scouts" between 1 and 20)
);
--> statement-breakpoint
CREATE TABLE "scouts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"talent_id" uuid NOT NULL,
	"account_id" uuid NOT NULL,
	"sent_by" uuid NOT NULL,
	"words" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"refused_at" timestamp with time zone,
	"refusal_reason" text,
	"refusal_told" timestamp with time zone,
	"accepted_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "one_scout" UNIQUE("project_id","talent_id"),
	CONSTRAINT "scout_ends_once" CHECK (num_nonnulls("scouts"."withdrawn_at", "scouts"."refused_at", "scouts"."accepted_at") <= 1)
);
--> statement-breakpoint
ALTER TABLE "talents" ADD COLUMN "no_scouts_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "scouts" ADD CONSTRAINT "scouts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scouts" ADD CONSTRAINT "scouts_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scouts" ADD CONSTRAINT "scouts_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scouts" ADD CONSTRAINT "scouts_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "scouts_company_id_sent_at_index" ON "scouts" USING btree ("company_id","sent_at");--> statement-breakpoint
CREATE INDEX "scouts_account_id_index" ON "scouts" USING btree ("account_id");