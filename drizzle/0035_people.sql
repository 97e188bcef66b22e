CREATE TABLE "code_suggestions" (
	"talent_id" uuid NOT NULL,
	"code" text NOT NULL,
	"phrase" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"suggested_at" timestamp with time zone NOT NULL,
	"denied_at" timestamp with time zone,
	CONSTRAINT "code_suggestions_talent_id_code_pk" PRIMARY KEY("talent_id","code")
);
--> statement-breakpoint
CREATE TABLE "main_job_checks" (
	"account_id" uuid PRIMARY KEY NOT NULL,
	"sealed" text NOT NULL,
	"updated_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "talents" ADD COLUMN "times" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "code_suggestions" ADD CONSTRAINT "code_suggestions_talent_id_talents_id_fk" FOREIGN KEY ("talent_id") REFERENCES "public"."talents"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "main_job_checks" ADD CONSTRAINT "main_job_checks_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;