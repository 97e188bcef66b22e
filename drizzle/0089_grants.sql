CREATE TABLE "grant_evidence" (
	"grant_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"what" text NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"held_by" uuid,
	"kind" text,
	"content" "bytea",
	CONSTRAINT "grant_evidence_grant_id_what_pk" PRIMARY KEY("grant_id","what")
);
--> statement-breakpoint
CREATE TABLE "grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "grants_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 6001 CACHE 1),
	"subsidy_id" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"company_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"partner_id" uuid,
	"costs" jsonb NOT NULL,
	"expected_yen" integer NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"planned_by" uuid,
	"applied_at" timestamp with time zone,
	"applied_on" date,
	"shared_at" timestamp with time zone,
	"decided_at" timestamp with time zone,
	"decided_on" date,
	"decided_by" text,
	"granted_yen" integer,
	"refused_reason" text,
	"claimed_at" timestamp with time zone,
	"claimed_on" date,
	"paid_at" timestamp with time zone,
	"paid_on" date,
	"paid_yen" integer,
	"withdrawn_at" timestamp with time zone,
	"released_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "grants_number_unique" UNIQUE("number"),
	CONSTRAINT "grant_not_negative" CHECK ("grants"."expected_yen" >= 0 and "grants"."granted_yen" > 0 and "grants"."paid_yen" >= 0)
);
--> statement-breakpoint
CREATE TABLE "subsidy_ledgers" (
	"partner_id" uuid NOT NULL,
	"subsidy_id" text NOT NULL,
	"fiscal_year" integer NOT NULL,
	"granted_yen" integer DEFAULT 0 NOT NULL,
	"outside_yen" integer DEFAULT 0 NOT NULL,
	"changed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "subsidy_ledgers_partner_id_subsidy_id_fiscal_year_pk" PRIMARY KEY("partner_id","subsidy_id","fiscal_year"),
	CONSTRAINT "ledger_not_negative" CHECK ("subsidy_ledgers"."granted_yen" >= 0 and "subsidy_ledgers"."outside_yen" >= 0)
);
--> statement-breakpoint
ALTER TABLE "grant_evidence" ADD CONSTRAINT "grant_evidence_grant_id_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "grants" ADD CONSTRAINT "grants_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subsidy_ledgers" ADD CONSTRAINT "subsidy_ledgers_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_live_grant" ON "grants" USING btree ("project_id","subsidy_id") WHERE "grants"."withdrawn_at" is null and not ("grants"."decided_at" is not null and "grants"."granted_yen" is null);--> statement-breakpoint
CREATE INDEX "grants_company_id_index" ON "grants" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "grants_partner_id_subsidy_id_index" ON "grants" USING btree ("partner_id","subsidy_id");