CREATE TABLE "referrals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "referrals_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 101 CACHE 1),
	"partner_id" uuid NOT NULL,
	"company_id" uuid,
	"firm" text,
	"contact" text,
	"phone" text,
	"purpose" text NOT NULL,
	"back" text[] NOT NULL,
	"until" date NOT NULL,
	"opened_by" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"code_hash" text,
	"code_made_at" timestamp with time zone,
	"consented_at" timestamp with time zone,
	"consent_way" text,
	"consented_by" uuid,
	"signed_on" date,
	"confirmed_at" timestamp with time zone,
	"call_by" date,
	"called_at" timestamp with time zone,
	"called_by" uuid,
	"declined_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"dropped_at" timestamp with time zone,
	"dropped_by" uuid,
	"drop_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "referrals_number_unique" UNIQUE("number"),
	CONSTRAINT "referrals_codeHash_unique" UNIQUE("code_hash"),
	CONSTRAINT "consent_has_a_way" CHECK (("referrals"."consented_at" is null) = ("referrals"."consent_way" is null)),
	CONSTRAINT "drop_has_a_reason" CHECK (("referrals"."dropped_at" is null) = ("referrals"."drop_reason" is null)),
	CONSTRAINT "call_after_consent" CHECK ("referrals"."called_at" is null or "referrals"."consented_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "partner_companies" ADD COLUMN "fields" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_partner_id_partners_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."partners"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "referrals_partner_id_opened_at_index" ON "referrals" USING btree ("partner_id","opened_at");--> statement-breakpoint
CREATE INDEX "referrals_company_id_index" ON "referrals" USING btree ("company_id");