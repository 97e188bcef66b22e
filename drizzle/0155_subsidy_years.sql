CREATE TABLE "subsidy_years" (
	"partner_id" uuid NOT NULL,
	"subsidy_id" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"terms" jsonb NOT NULL,
	"outline" text NOT NULL,
	"url" text,
	"entered_at" timestamp with time zone NOT NULL,
	"entered_by" uuid,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "subsidy_years_partner_id_subsidy_id_fiscal_year_pk" PRIMARY KEY("partner_id","subsidy_id","fiscal_year")
);
--> statement-breakpoint
ALTER TABLE "subsidy_years" ADD CONSTRAINT "subsidy_years_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;